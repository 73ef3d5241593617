import { type Implementation, ImplementationFailed } from '../run/implementation.ts';
import type { Request } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import { runAlone } from './alone.ts';
import { Slot, type SlotOptions } from './slot.ts';
import type { Identity, StartWorker } from './worker.ts';
import type { Job } from './worker-session.ts';

export interface PoolOptions extends SlotOptions {
  /** How many workers there are, at most. */
  readonly jobs: number;
}

/** Milliseconds for which cases wait before more workers are started: a short run ends before they would be of use. */
const GROWTH = 100;

/** How many cases in a row may break the protocol: one that does so in every case has nothing to say. */
const BREACHES = 10;

/** Workers, and the cases that wait for one. */
class Pool {
  readonly #start: StartWorker;
  readonly #options: PoolOptions;
  readonly #slots = new Set<Slot>();
  #queue: Job[] = [];
  #pumping = false;
  #growth: NodeJS.Timeout | undefined;
  #lost: string | undefined;
  #broken: ImplementationFailed | undefined;
  #breaches = 0;
  #closed = false;

  constructor(start: StartWorker, options: PoolOptions) {
    this.#start = start;
    this.#options = options;
  }

  async open(): Promise<Identity> {
    const slot = this.#newSlot();
    this.#slots.add(slot);
    return slot.open();
  }

  run(request: Request): Promise<Outcome> {
    if (this.#closed) return Promise.reject(new ImplementationFailed('it was closed'));
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    return new Promise((resolve, reject) => {
      const answered = (outcome: Outcome): void => {
        if (outcome.status !== 'error') this.#breaches = 0;
        resolve(outcome);
      };
      this.#queue.push({ request, resolve: answered, reject });
      this.#pump();
      this.#growLater();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#growth);
    await Promise.all([...this.#slots].map((slot) => slot.close()));
  }

  #newSlot(): Slot {
    return new Slot(this.#start, this.#options, {
      take: (most) => this.#take(most),
      waiting: () => this.#queue.length > 0,
      giveBack: (jobs) => {
        if (this.#broken !== undefined) for (const { reject } of jobs) reject(this.#broken);
        else this.#queue.unshift(...jobs);
        this.#pump();
      },
      hungry: () => this.#pump(),
      lost: (slot, why) => {
        this.#slots.delete(slot);
        if (this.#slots.size === 0) this.#lost = why;
        this.#pump();
      },
      broke: (message) => {
        if (++this.#breaches < BREACHES) return;
        const error = new ImplementationFailed(`broke the protocol in ${BREACHES} cases in a row: ${message}`);
        this.#broken = error;
        for (const { reject } of this.#queue.splice(0)) reject(error);
      },
    });
  }

  /** Less than all that wait, so that the last cases are spread over the workers. */
  #take(most: number): readonly Job[] {
    const share = Math.ceil(this.#queue.length / (2 * this.#slots.size));
    return this.#queue.splice(0, Math.min(most, share));
  }

  /** Hands out cases, once for all that have come or ended in this turn of the event loop. */
  #pump(): void {
    if (this.#pumping || this.#closed) return;
    this.#pumping = true;
    setImmediate(() => {
      this.#pumping = false;
      if (this.#closed) return;
      for (const slot of this.#slots) slot.fill();
      if (this.#lost === undefined) return;
      const message = `it no longer starts: ${this.#lost}`;
      for (const { resolve } of this.#queue.splice(0)) resolve({ status: 'error', message });
    });
  }

  #growLater(): void {
    if (this.#growth !== undefined || this.#slots.size >= this.#options.jobs) return;
    this.#growth = setTimeout(() => {
      this.#growth = undefined;
      if (this.#queue.length === 0) return;
      while (this.#slots.size < this.#options.jobs) this.#slots.add(this.#newSlot());
      this.#pump();
    }, GROWTH);
  }
}

/**
 * An implementation whose cases run in other processes, up to `jobs` at once. A case that ends its worker, takes too long
 * or has its worker break the protocol is a `crash`, a `timeout` or an `error`, and the others go on with another worker.
 * Rejects with `ImplementationFailed` if not even the first worker starts; so does every case once many in a row have
 * broken the protocol.
 */
export const startPool = async (start: StartWorker, options: PoolOptions): Promise<Implementation> => {
  const pool = new Pool(start, options);
  const identity = await pool.open();
  return {
    ...identity,
    // Enough that no worker waits for cases while this process judges others.
    ahead: 2 * options.jobs * options.batch,
    run: (request) => pool.run(request),
    alone: (request) => runAlone(start, request, options.timeout),
    close: () => pool.close(),
  };
};
