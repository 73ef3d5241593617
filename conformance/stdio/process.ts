import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PATIENCE, TIMEOUT } from '../isolation/limits.ts';
import { ownGroup } from '../isolation/living.ts';
import { startPool } from '../isolation/pool.ts';
import { type Heard, supervise, type Talk } from '../isolation/supervise.ts';
import type { StartWorker } from '../isolation/worker.ts';
import type { Implementation } from '../run/implementation.ts';
import { outcomeOf, type Reply, readReply } from './reply.ts';

export interface ProcessOptions {
  /** How many processes are run, at most. Default 1: that of PyTorch takes longer to start than to run the suite. */
  readonly jobs?: number;
  /** Milliseconds that a case may take. */
  readonly timeout?: number;
  /** Milliseconds that the answer to `start` may take. */
  readonly patience?: number;
  /** Cases that a process is sent ahead of its answers, which come in the order of the cases. Default 1. */
  readonly ahead?: number;
}

/** The lines that are written to a process and those that it answers, in the same order. */
const talkWith = (child: ChildProcess): Talk => {
  let asked = 0;
  let answered = 0;
  const ask = (message: object): void => void child.stdin!.write(`${JSON.stringify({ id: ++asked, ...message })}\n`);

  const take = (reply: Reply, heard: Heard): void => {
    const { id, name, version, features = [] } = reply;
    const due = Math.min(answered + 1, asked);
    if (id !== due) {
      heard.broke(`answered ${JSON.stringify(id)}, which was not asked`);
      return;
    }
    answered = due;
    // Told in a moment, when what the process wrote to stderr before has been read too.
    if (due > 1) setImmediate(() => heard.outcome(outcomeOf(reply)));
    else if (name === undefined) heard.broke('answered start without a name');
    else {
      const versions = version === undefined ? {} : { version };
      heard.ready({ name, ...versions, ...(features.includes('errors.exact') ? { errors: 'exact' } : {}) });
    }
  };
  return {
    listen: (heard) => {
      // A process that is gone does not read: its 'close' is on the way.
      child.stdin!.on('error', () => {});
      createInterface({ input: child.stdout! }).on('line', (line) => {
        const reply = readReply(line);
        if (typeof reply === 'string') heard.broke(`wrote ${reply}`);
        else take(reply, heard);
      });
      ask({ start: { protocol: 1 } });
    },
    send: (requests) => {
      for (const request of requests) ask({ run: request });
    },
    goodbye: () => child.stdin!.end(`${JSON.stringify({ id: ++asked, stop: true })}\n`),
  };
};

const processWorker =
  (command: string, patience: number): StartWorker =>
  (events, signal) => {
    const child = spawn(command, { shell: true, stdio: ['pipe', 'pipe', 'pipe'], ...ownGroup });
    return supervise(child, talkWith(child), patience, events, signal);
  };

/**
 * Starts a command that speaks the line protocol (`spec/schema/protocol.schema.json`) and asks who it is. A process that
 * dies of a case, or does not answer in time, is started anew for the others. Rejects with `ImplementationFailed` if it does
 * not start or breaks the protocol; so does every case after a breach.
 */
export const startProcess = (command: string, options: ProcessOptions = {}): Promise<Implementation> => {
  // One case at a time, unless there are very many: a round trip is 0.1 ms.
  const { jobs = 1, timeout = TIMEOUT, patience = PATIENCE, ahead = 1 } = options;
  const bounds = { jobs, timeout, batch: ahead, recycle: Number.POSITIVE_INFINITY };
  return startPool(processWorker(command, patience), bounds);
};
