/** Timing in pairs: machines drift, so only ratios of neighbouring runs are reported. */

export interface Timed {
  /** Median seconds of one run. */
  readonly ours: number;
  readonly theirs: number;
  /** Median of ours / theirs, pair by pair. */
  readonly ratio: number;
}

type Work = () => unknown;

interface Effort {
  readonly seconds?: number;
  readonly pairs?: number;
  readonly warmup?: number;
}

/** Runs `ours` and `theirs` in turn, after a warm-up, until `seconds` have gone by and at least `pairs` pairs were taken. */
export async function compare(
  ours: Work,
  theirs: Work,
  { seconds = 1.5, pairs = 7, warmup = 3 }: Effort = {},
): Promise<Timed> {
  for (let i = 0; i < warmup; i++) {
    await ours();
    await theirs();
  }
  const taken: [number, number][] = [];
  const start = performance.now();
  while (taken.length < pairs || performance.now() - start < seconds * 1000) {
    taken.push([await time(ours), await time(theirs)]);
  }
  return {
    ours: median(taken.map(([a]) => a)),
    theirs: median(taken.map(([, b]) => b)),
    ratio: median(taken.map(([a, b]) => a / b)),
  };
}

/** Seconds of one run. */
export async function time(work: Work): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
