/**
 * Work that may have to wait. A task yields what it waits for; if it never does, it runs to its end at once, so that a
 * case on a synchronous library costs no turn of the event loop.
 */
export type Task<R> = Generator<PromiseLike<unknown>, R, unknown>;

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  value !== null && typeof value === 'object' && typeof (value as { then?: unknown }).then === 'function';

/** Runs a task: its result, or a promise of it if the task had to wait. */
export function drive<R>(task: Task<R>): R | Promise<R> {
  const step = task.next();
  return step.done === true ? step.value : settle(task, step.value);
}

async function settle<R>(task: Task<R>, first: PromiseLike<unknown>): Promise<R> {
  let pending = first;
  for (;;) {
    // A thenable of the library may be no promise: its `then` may return nothing, or settle twice.
    const step = await Promise.resolve(pending).then(
      (value) => task.next(value),
      (error) => task.throw(error),
    );
    if (step.done === true) return step.value;
    pending = step.value;
  }
}

/** Waits if there is something to wait for. */
export function* settled<R>(value: R | PromiseLike<R>): Task<R> {
  return isPromise(value) ? ((yield value) as R) : (value as R);
}

/** A task that is done. */
// biome-ignore lint/correctness/useYield: it has nothing to wait for.
export function* done<R>(value: R): Task<R> {
  return value;
}
