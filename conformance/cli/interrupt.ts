/** A run that a person, a service or its own first failure ends before its end. */
export interface Stopper {
  readonly signal: AbortSignal;
  readonly stop: (why: string) => void;
  /** Listens no more. */
  readonly done: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Stops at the first signal, so that what has been found is told; a second one ends the process as always. */
export const stopper = (): Stopper => {
  const controller = new AbortController();
  const done = (): void => {
    for (const signal of SIGNALS) process.off(signal, listener);
  };
  const listener = (signal: NodeJS.Signals): void => {
    if (controller.signal.aborted) {
      done();
      process.kill(process.pid, signal);
    } else controller.abort(`ended by ${signal}`);
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return { signal: controller.signal, stop: (why) => controller.abort(why), done };
};
