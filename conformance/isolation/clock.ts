/** The longest that a timer of Node can wait; longer ones ring at once. */
const LONGEST = 2 ** 31 - 1;

/** Rings when more than `limit` milliseconds have gone by since it was last started; never, if that is Infinity. */
export class Clock {
  readonly #limit: number;
  readonly #ring: () => void;
  #since = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(limit: number, ring: () => void) {
    this.#limit = limit;
    this.#ring = ring;
  }

  /** Begins to measure anew. Often called, so that it does not touch a timer that runs already. */
  start(): void {
    this.#since = performance.now();
    if (this.#timer === undefined) this.#wait(this.#limit);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(milliseconds: number): void {
    this.#timer = setTimeout(
      () => {
        // An answer may have come while this process itself was busy: it is read before immediates run.
        const timer = this.#timer;
        setImmediate(() => this.#timer === timer && this.#look());
      },
      Math.min(LONGEST, Math.ceil(milliseconds)),
    );
  }

  #look(): void {
    const left = this.#limit - (performance.now() - this.#since);
    this.#timer = undefined;
    if (left > 0) this.#wait(left);
    else this.#ring();
  }
}
