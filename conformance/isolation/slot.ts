import type { ImplementationFailed } from '../run/implementation.ts';
import type { Identity, StartWorker } from './worker.ts';
import { type Job, type SessionOptions, WorkerSession } from './worker-session.ts';

export interface SlotOptions extends SessionOptions {
  /** After so many cases a worker gives way to a fresh one, for libraries that leak. */
  readonly recycle: number;
}

/** What a slot asks of the pool and tells it. */
export interface SlotOwner {
  /** Cases to run next, at most so many. */
  readonly take: (most: number) => readonly Job[];
  readonly waiting: () => boolean;
  /** Cases that were taken and have not been run. */
  readonly giveBack: (jobs: readonly Job[]) => void;
  /** It could take more cases. */
  readonly hungry: () => void;
  /** No worker starts here any more. */
  readonly lost: (slot: Slot, why: string) => void;
  /** A worker broke the protocol. */
  readonly broke: (message: string) => void;
}

/** How often in a row a worker may fail to start before its place is given up. */
const ATTEMPTS = 3;

/** A place in the pool: one worker after another. */
export class Slot {
  readonly #start: StartWorker;
  readonly #options: SlotOptions;
  readonly #owner: SlotOwner;
  readonly #closing = new AbortController();
  readonly #leaving = new Set<WorkerSession>();
  #session: WorkerSession | undefined;
  #replacing: Promise<void> | undefined;

  constructor(start: StartWorker, options: SlotOptions, owner: SlotOwner) {
    this.#start = start;
    this.#options = options;
    this.#owner = owner;
  }

  /** Starts its first worker. Rejects with `ImplementationFailed` if there is none. */
  async open(): Promise<Identity> {
    const session = this.#newSession();
    const identity = await session.begin(this.#start, this.#closing.signal);
    this.#session = session;
    return identity;
  }

  /** Sends the worker as many cases as it should have, and sees to it that there is a worker while cases wait. */
  fill(): void {
    const session = this.#session;
    if (session === undefined) {
      if (this.#owner.waiting()) this.#replace();
      return;
    }
    if (session.room > 0) session.run(this.#owner.take(session.room));
    if (session.grown || session.ran >= this.#options.recycle) this.#replace();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#replacing;
    await Promise.all([this.#session, ...this.#leaving].map((session) => session?.close()));
  }

  #newSession(): WorkerSession {
    return new WorkerSession(this.#options, {
      hungry: this.#owner.hungry,
      broke: this.#owner.broke,
      over: (session, unrun) => {
        if (this.#session === session) this.#session = undefined;
        this.#owner.giveBack(unrun);
      },
    });
  }

  #replace(): void {
    if (this.#closing.signal.aborted) return;
    this.#replacing ??= this.#change().finally(() => {
      this.#replacing = undefined;
      this.#owner.hungry();
    });
  }

  /** The worker goes on until its successor has started. */
  async #change(): Promise<void> {
    let why = '';
    for (let attempt = 0; attempt < ATTEMPTS && !this.#closing.signal.aborted; attempt++) {
      const fresh = this.#newSession();
      try {
        await fresh.begin(this.#start, this.#closing.signal);
      } catch (error) {
        why = (error as ImplementationFailed).message;
        continue;
      }
      const old = this.#session;
      this.#session = fresh;
      if (old !== undefined) {
        this.#leaving.add(old);
        void old.retire().then(() => this.#leaving.delete(old));
      }
      return;
    }
    if (this.#session === undefined) this.#owner.lost(this, why);
    else {
      this.#session.ran = 0;
      this.#session.grown = false;
    }
  }
}
