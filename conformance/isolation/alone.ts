import type { Request } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import type { StartWorker, Worker } from './worker.ts';

/** Milliseconds after a case in which what it left behind may still end its worker. */
const LINGER = 300;

/**
 * Runs one case in a worker of its own and waits a moment after it: a throw that comes late is then its own, and nobody
 * else's. Never rejects.
 */
export const runAlone = async (start: StartWorker, request: Request, timeout: number): Promise<Outcome> => {
  const timers: NodeJS.Timeout[] = [];
  let worker: Worker | undefined;
  let ended: Outcome | undefined;
  const outcome = new Promise<Outcome>((resolve) => {
    const late = (message: string): string => (ended === undefined ? message : `after it had ended: ${message}`);
    const events = {
      outcome: (seen: Outcome) => {
        ended = seen;
        timers.push(setTimeout(resolve, LINGER, seen));
      },
      grown: () => {},
      died: (message: string) => resolve({ status: 'crash', message: late(message) }),
      broke: (message: string) => resolve({ status: 'error', message: late(message) }),
    };
    start(events, new AbortController().signal).then(
      (started) => {
        worker = started;
        timers.push(
          setTimeout(() => {
            if (ended !== undefined) return;
            started.kill();
            resolve({ status: 'timeout', after: timeout });
          }, timeout),
        );
        started.send([request]);
      },
      (error: Error) => resolve({ status: 'error', message: `it no longer starts: ${error.message}` }),
    );
  });
  try {
    return await outcome;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    await worker?.stop();
  }
};
