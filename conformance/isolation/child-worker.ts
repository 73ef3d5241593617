import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Duplex, Readable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';
import { ImplementationFailed } from '../run/implementation.ts';
import type { Outcome } from '../values/observation.ts';
import { type FrameKind, frameReader, freshSeal } from './frames.ts';
import { ANSWERS, REQUESTS, STDIO } from './pipes.ts';
import { ownGroup } from './process-group.ts';
import type { Refusal } from './serve.ts';
import { supervise, type Talk } from './supervise.ts';
import type { Identity, StartWorker } from './worker.ts';

export interface ChildOptions {
  /** The module that the child runs, which calls `runChild`. A .ts module is run by tsx. */
  readonly entry: URL;
  readonly args: readonly string[];
  /** How many MB of JavaScript objects it may hold. */
  readonly heap: number;
  /** Milliseconds within which it loads its library. */
  readonly patience: number;
}

const start = ({ entry, args, heap }: ChildOptions): ChildProcess => {
  const bound = `--max-old-space-size=${heap}`;
  const tsx = (): string => pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const options = entry.pathname.endsWith('.ts') ? [bound, '--import', tsx()] : [bound];
  return spawn(process.execPath, [...options, fileURLToPath(entry), ...args], { stdio: STDIO, ...ownGroup });
};

const refusal = ({ message, stack }: Refusal): ImplementationFailed =>
  new ImplementationFailed(message, { message, stack });

const FORGED = `something else than the worker wrote to its answers (file descriptor ${ANSWERS})`;

const say = (child: ChildProcess, message: unknown): void =>
  void (child.stdio[REQUESTS] as Duplex).write(`${JSON.stringify(message)}\n`);

const talkWith = (child: ChildProcess): Talk => ({
  listen: (heard) => {
    const seal = freshSeal();
    const requests = child.stdio[REQUESTS] as Duplex;
    // A child that is gone does not read: its end is told. What a library writes there is lost.
    requests.on('error', () => {}).resume();
    const take = (kind: FrameKind, content: Buffer): void => {
      if (kind === 'outcome') heard.outcome(deserialize(content) as Outcome);
      else if (kind === 'output') heard.wrote(content.toString());
      else if (kind === 'ready') heard.ready(deserialize(content) as Identity);
      else if (kind === 'refused') heard.refused(refusal(deserialize(content) as Refusal));
      else if (kind === 'grown') heard.grown();
      else heard.dying(content.toString());
    };
    const reader = frameReader(seal, { take, forged: () => heard.broke(FORGED) });
    (child.stdio[ANSWERS] as Readable).on('data', reader);
    child.stdout!.setEncoding('utf8').on('data', heard.wrote);
    say(child, seal);
  },
  // What cannot be sent any more gets no outcome: the child has ended, and that is told.
  send: (requests) => say(child, requests),
});

/**
 * A worker that is a child process, and not a thread: a thread that runs out of heap, as by pushing numbers to an array,
 * takes the whole process with it (V8 aborts where it cannot unwind), and nothing bounds a thread's typed arrays.
 */
export const childWorker =
  (options: ChildOptions): StartWorker =>
  (events, signal) => {
    const child = start(options);
    return supervise(child, talkWith(child), options.patience, events, signal);
  };
