import { serialize } from 'node:v8';
import type { Implementation } from '../run/implementation.ts';
import type { Request } from '../values/case.ts';
import { messageOf } from '../values/message.ts';
import type { Observation, Outcome } from '../values/observation.ts';
import type { FrameKind } from './frames.ts';
import type { Identity } from './worker.ts';

/** The child's end of the pipes. `say` returns when the message is on its way, so that no end of the process loses it. */
export interface Parent {
  readonly say: (kind: FrameKind, content: Buffer) => void;
  readonly onRequests: (take: (requests: readonly Request[]) => void) => void;
}

/** Why a library cannot be had, in one line, and where. */
export interface Refusal {
  readonly message: string;
  readonly stack: string | undefined;
}

/** Elements that a library keeps in an array-like of its own, as data that can be passed on. */
const portable = (seen: Observation): Observation => {
  if (seen.kind === 'sequence') return { ...seen, each: seen.each.map(portable) };
  if (seen.kind !== 'tensor' || Array.isArray(seen.data) || ArrayBuffer.isView(seen.data)) return seen;
  return { ...seen, data: Array.from(seen.data) };
};

const portableValues = (values: Readonly<Record<string, Observation>>): Record<string, Observation> =>
  Object.fromEntries(Object.entries(values).map(([name, seen]) => [name, portable(seen)]));

const bytesOf = (outcome: Outcome): Buffer => {
  try {
    const values = 'values' in outcome && outcome.values !== undefined ? portableValues(outcome.values) : undefined;
    return serialize(values === undefined ? outcome : { ...outcome, values });
  } catch (error) {
    return serialize({ status: 'error', message: `what was read is no data: ${messageOf(error)}` } satisfies Outcome);
  }
};

/** Gives the event loop a turn, in which what a case left behind (a rejection that nobody handles) comes to light. */
const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/**
 * Loads a library and runs the cases that come, one after another; each outcome is written before the next case begins.
 * A library that does not load is `refused`, with one line and the stack.
 */
export const serve = async (load: () => Promise<Implementation>, { say, onRequests }: Parent): Promise<void> => {
  let library: Implementation;
  try {
    library = await load();
  } catch (error) {
    const stack = error instanceof Error ? ((error.cause as Error | undefined)?.stack ?? error.stack) : undefined;
    say('refused', serialize({ message: messageOf(error), stack } satisfies Refusal));
    return;
  }
  const waiting: Request[] = [];
  let running = false;
  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
      const began = performance.now();
      const outcome = await library.run(request);
      const took = performance.now() - began;
      await turn();
      say('outcome', bytesOf({ ...outcome, took }));
    }
    running = false;
  };
  onRequests((requests) => {
    waiting.push(...requests);
    void run();
  });
  const { ahead: _, run: __, alone: ___, close: ____, ...identity } = library;
  say('ready', serialize(identity satisfies Identity));
};
