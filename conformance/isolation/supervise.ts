import type { ChildProcess } from 'node:child_process';
import { ImplementationFailed } from '../run/implementation.ts';
import type { Request } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import { causeOfDeath } from './cause-of-death.ts';
import { Output } from './output.ts';
import { killOnExit, killTree } from './process-group.ts';
import type { Identity, Worker, WorkerEvents } from './worker.ts';

/** What a child process was heard to say, whatever the language in which it says it. */
export interface Heard {
  readonly ready: (identity: Identity) => void;
  readonly outcome: (outcome: Outcome) => void;
  /** It does not start. */
  readonly refused: (error: ImplementationFailed) => void;
  /** It said what cannot be understood, or somebody else did in its name: nothing more of it can be trusted. */
  readonly broke: (message: string) => void;
  /** Why it is about to end. */
  readonly dying: (message: string) => void;
  /** It holds much more memory than at its start. */
  readonly grown: () => void;
  /** The library wrote this. */
  readonly wrote: (text: string) => void;
}

/** How one talks with a child process. */
export interface Talk {
  readonly listen: (heard: Heard) => void;
  readonly send: (requests: readonly Request[]) => void;
  /** Tells it to end. Absent: it is killed. */
  readonly goodbye?: () => void;
}

/** Milliseconds that a process has for its end after it was told. */
const FAREWELL = 2000;

/** Milliseconds that what a process has written may take to arrive after its end. */
const DRAIN = 250;

/**
 * Waits until a process has ended and what it wrote has been read. What it has left behind may hold its pipes for ever:
 * then they are let go.
 */
const whenOver = (child: ChildProcess, over: (code: number | null, by: NodeJS.Signals | null) => void): void => {
  child.once('exit', (code, by) => {
    const done = (): void => {
      clearTimeout(waiting);
      for (const pipe of child.stdio) pipe?.destroy();
      over(code, by);
    };
    const waiting = setTimeout(done, DRAIN);
    child.once('close', done);
  });
};

/**
 * Makes a worker of a child process that was spawned with `ownGroup`: waits until it is ready, for `patience` milliseconds
 * at most, and tells how it ends.
 */
export const supervise = (
  child: ChildProcess,
  talk: Talk,
  patience: number,
  events: WorkerEvents,
  signal: AbortSignal,
): Promise<Worker> =>
  new Promise((resolve, reject) => {
    const output = new Output();
    let complaints = '';
    let lastWords: string | undefined;
    let state: 'starting' | 'running' | 'over' = 'starting';
    let gone: () => void;
    const over = new Promise<void>((resolve) => {
      gone = resolve;
    });

    const settle = (next: 'running' | 'over'): void => {
      state = next;
      clearTimeout(waiting);
      signal.removeEventListener('abort', unwanted);
    };
    const kill = (): void => {
      settle('over');
      killTree(child);
    };
    const refuse = (error: ImplementationFailed): void => {
      kill();
      reject(error);
    };
    const unwanted = (): void => refuse(new ImplementationFailed('it was not wanted any more'));
    const overdue = (): void => refuse(new ImplementationFailed(`it was not ready after ${patience} ms`));
    const waiting = setTimeout(overdue, patience);
    signal.addEventListener('abort', unwanted);

    const end = (why: string): void => {
      const was = state;
      if (was === 'starting') refuse(new ImplementationFailed(why));
      kill();
      if (was === 'running') events.died(why);
    };
    const stop = async (): Promise<void> => {
      const running = state === 'running';
      settle('over');
      if (running && talk.goodbye !== undefined) talk.goodbye();
      else killTree(child);
      const late = setTimeout(() => killTree(child), FAREWELL);
      await over;
      clearTimeout(late);
    };

    talk.listen({
      ready: (identity) => {
        if (state !== 'starting') return;
        settle('running');
        resolve({ identity, send: talk.send, output: () => output.take(), stop, kill });
      },
      outcome: (outcome) => {
        const written = output.take();
        if (state === 'running') events.outcome(written === undefined ? outcome : { ...outcome, output: written });
      },
      refused: refuse,
      broke: (message) => {
        const was = state;
        if (was === 'starting') refuse(new ImplementationFailed(message));
        kill();
        if (was === 'running') events.broke(message);
      },
      dying: (message) => {
        lastWords = message;
      },
      grown: () => {
        if (state === 'running') events.grown();
      },
      wrote: (text) => output.add(text),
    });
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      complaints = (complaints + text).slice(-10_000);
      output.add(text);
    });
    child.on('error', (error) => end(`cannot start: ${error.message}`));
    whenOver(child, (code, by) => {
      gone();
      // In a moment, when the outcomes that were heard before have been told.
      setImmediate(() => end(lastWords ?? causeOfDeath(complaints, code, by)));
    });
    killOnExit(child);
  });
