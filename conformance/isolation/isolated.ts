import type { Implementation } from '../run/implementation.ts';
import { childWorker } from './child-worker.ts';
import { BATCH, defaultJobs, HEAP, MEMORY, PATIENCE, RECYCLE, TIMEOUT } from './limits.ts';
import { startPool } from './pool.ts';

/** Bounds of an isolated run; what is absent is as in `limits.ts`. */
export interface Limits {
  /** How many workers there are, at most. */
  readonly jobs?: number;
  /** Milliseconds that a case may take. */
  readonly timeout?: number;
  /** Cases after which a worker is replaced. */
  readonly recycle?: number;
  /** Milliseconds within which a worker loads its library. */
  readonly patience?: number;
  /** MB of JavaScript objects that a worker may hold. */
  readonly heap?: number;
  /** MB of memory of any kind that a worker may hold. */
  readonly memory?: number;
}

/**
 * Runs a library in child processes. `entry` is the module that each of them runs; its arguments are `args` and how many MB
 * of memory it may hold, with which it calls `runChild`. Rejects with `ImplementationFailed` if the library does not load.
 */
export const isolated = (entry: URL, args: readonly string[], limits: Limits = {}): Promise<Implementation> => {
  const { jobs = defaultJobs(), timeout = TIMEOUT, recycle = RECYCLE } = limits;
  const { patience = PATIENCE, heap = HEAP, memory = MEMORY } = limits;
  const start = childWorker({ entry, args: [...args, String(memory)], heap, patience });
  return startPool(start, { jobs, timeout, recycle, batch: BATCH });
};
