import type { ImplementationFailed } from '../run/implementation.ts';
import type { Request } from '../values/case.ts';
import type { Outcome } from '../values/observation.ts';
import { Clock } from './clock.ts';
import type { Identity, StartWorker, Worker } from './worker.ts';

/** A case that was given to the pool, and where its outcome goes. */
export interface Job {
  readonly request: Request;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: ImplementationFailed) => void;
}

export interface SessionOptions {
  /** Milliseconds that a case may take. */
  readonly timeout: number;
  /** How many cases are sent ahead, at most; with 1 each is sent when the one before has ended. */
  readonly batch: number;
}

export interface SessionEvents {
  /** It has room for more. */
  readonly hungry: () => void;
  /** Its worker is gone; these cases were sent and have not been run. */
  readonly over: (session: WorkerSession, unrun: readonly Job[]) => void;
  /** It broke the protocol, and is gone; the case that was running is blamed. */
  readonly broke: (message: string) => void;
}

/**
 * One worker from its start to its end, and the cases that it was sent. Outcomes come in the order of the cases, so that
 * the first one without an outcome is the one that is running: if the worker dies or hangs, it is to blame, and it alone.
 */
export class WorkerSession {
  readonly #options: SessionOptions;
  readonly #events: SessionEvents;
  readonly #clock: Clock;
  #worker: Worker | undefined;
  readonly #sent: Job[] = [];
  #state: 'open' | 'retired' | 'over' = 'open';
  #left: () => void = () => {};
  /** The case that ended last. */
  #before: string | undefined;
  /** How many cases it has run. */
  ran = 0;
  /** Its worker holds much more memory than at its start. */
  grown = false;

  constructor(options: SessionOptions, events: SessionEvents) {
    this.#options = options;
    this.#events = events;
    this.#clock = new Clock(options.timeout, () => this.#overdue());
  }

  /** Rejects with `ImplementationFailed` if no worker starts. */
  async begin(start: StartWorker, signal: AbortSignal): Promise<Identity> {
    const events = {
      outcome: (outcome: Outcome) => this.#ended(outcome),
      grown: () => {
        this.grown = true;
        this.#events.hungry();
      },
      died: (message: string) => this.#end({ status: 'crash', message }),
      broke: (message: string) => {
        this.#end({ status: 'error', message });
        this.#events.broke(message);
      },
    };
    this.#worker = await start(events, signal);
    return this.#worker.identity;
  }

  /** How many cases it can be sent now. It is sent more before it has run out of them, so that it never waits. */
  get room(): number {
    const { batch } = this.#options;
    return this.#state === 'open' && this.#sent.length <= batch / 2 && this.#sent.length < batch
      ? batch - this.#sent.length
      : 0;
  }

  run(jobs: readonly Job[]): void {
    if (jobs.length === 0) return;
    if (this.#sent.length === 0) this.#clock.start();
    this.#sent.push(...jobs);
    this.#worker!.send(jobs.map(({ request }) => request));
  }

  /** Takes no more cases, and ends its worker when those that it has are done; resolves then. */
  retire(): Promise<void> {
    this.#state = 'retired';
    return new Promise((resolve) => {
      this.#left = resolve;
      if (this.#sent.length === 0) void this.close();
    });
  }

  async close(): Promise<void> {
    this.#state = 'over';
    this.#clock.stop();
    await this.#worker?.stop();
    this.#left();
  }

  #ended(outcome: Outcome): void {
    const job = this.#sent.shift();
    if (job === undefined) return;
    this.ran++;
    this.#before = job.request.id;
    if (this.#sent.length === 0) this.#clock.stop();
    else this.#clock.start();
    job.resolve(outcome);
    if (this.#state === 'retired' && this.#sent.length === 0) void this.close();
    else if (this.room > 0) this.#events.hungry();
  }

  #overdue(): void {
    this.#worker!.kill();
    this.#end({ status: 'timeout', after: this.#options.timeout });
  }

  #end(outcome: Outcome): void {
    this.#state = 'over';
    this.#clock.stop();
    const output = this.#worker?.output();
    const [blamed, ...unrun] = this.#sent.splice(0);
    blamed?.resolve({
      ...outcome,
      ...(output === undefined ? {} : { output }),
      ...(this.#before === undefined ? {} : { follows: this.#before }),
    });
    this.#left();
    this.#events.over(this, unrun);
  }
}
