import { availableParallelism } from 'node:os';

/** How many workers a run has at most, unless `--jobs` says: more would start when the run is over. */
export const defaultJobs = (): number => Math.min(4, availableParallelism());

/** Milliseconds that a case may take, unless `--timeout` says. */
export const TIMEOUT = 10_000;

/** Milliseconds within which a worker loads its library: WebAssembly and large bundles take seconds on a busy machine. */
export const PATIENCE = 60_000;

/** Cases sent to a worker ahead of their outcomes. Messages then cost a few µs per case, a round trip each would cost 120. */
export const BATCH = 64;

/** Cases after which a worker gives way to a fresh one. Not by default: one that has grown by a quarter of MEMORY does anyway. */
export const RECYCLE: number = Number.POSITIVE_INFINITY;

/** MB of JavaScript objects that a worker may hold, and MB of memory of any kind. */
export const HEAP = 1024;
export const MEMORY = 3072;
