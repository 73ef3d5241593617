import { writeSync } from 'node:fs';
import type { Implementation } from '../run/implementation.ts';
import type { Request } from '../values/case.ts';
import { messageOf } from '../values/message.ts';
import { capture, type Writable } from './capture.ts';
import { type FrameKind, frame } from './frames.ts';
import { parentOn } from './parent.ts';
import { ANSWERS, REQUESTS } from './pipes.ts';
import { serve } from './serve.ts';
import { Watchdog } from './watchdog.ts';

/** A process as far as a child needs its own. */
export interface Own {
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly on: (event: string, listener: (...args: never[]) => void) => unknown;
  readonly once: (event: string, listener: (...args: never[]) => void) => unknown;
  readonly exit: (code?: number) => void;
}

/** This process, with what its parent sends as events of its own. */
const ownProcess = (): Own => {
  const parent = parentOn(REQUESTS);
  const source = (event: string) => (event === 'message' || event === 'disconnect' ? parent : process);
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    on: (event, listener) => source(event).on(event, listener as () => void),
    once: (event, listener) => source(event).once(event, listener as () => void),
    exit: (code) => process.exit(code),
  };
};

/** As it is before a library could put another one in its place. */
const writeNow = writeSync;

/** Writes all of it now, also when the pipe is full for a moment. */
const writeAll = (descriptor: number, bytes: Buffer): void => {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeNow(descriptor, bytes, done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
};

/** The first thing that the parent sends. No library is loaded yet that could listen. */
const sealFrom = (own: Own): Promise<string> => new Promise((resolve) => void own.once('message', resolve));

/**
 * What a child process does from its start to its end. `load` gives the library; `memory`: how many MB it may hold;
 * `answers`: the file descriptor on which it answers.
 */
export const runChild = async (
  load: () => Promise<Implementation>,
  memory: number,
  own: Own = ownProcess(),
  answers: number = ANSWERS,
): Promise<void> => {
  own.on('disconnect', () => own.exit());
  const seal = await sealFrom(own);
  const say = (kind: FrameKind, content: Buffer | string): void => writeAll(answers, frame(seal, kind, content));
  const watchdog = new Watchdog(memory, memory / 4, () => say('grown', ''));
  for (const stream of [own.stdout, own.stderr]) capture(stream, (text) => say('output', text));
  own.on('uncaughtException', (error: Error, origin: string) => {
    const what = origin === 'unhandledRejection' ? 'unhandled rejection' : 'uncaught exception';
    say('died', `${what}: ${messageOf(error)}`);
    own.exit(1);
  });
  const loaded = async (): Promise<Implementation> => {
    const library = await load();
    watchdog.ready();
    return library;
  };
  const onRequests = (take: (requests: readonly Request[]) => void): void => void own.on('message', take);
  await serve(loaded, { say, onRequests });
};
