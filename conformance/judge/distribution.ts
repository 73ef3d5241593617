import type { Distribution } from '../values/distribution.ts';

/** √n·D at which Kolmogorov and Smirnov's test raises a false alarm once in 10^6 (2·exp(−2·2.7²) ≈ 9e-7). */
export const critical = 2.7;
/** Below this the limit distribution of √n·D is not reached closely enough. */
export const fewest = 1000;

/** Φ(z), by its Taylor series about 0 times the density: ½ + φ(z)·Σ z^(2k+1) / (1·3·5···(2k+1)). */
export const normalCdf = (z: number): number => {
  if (Math.abs(z) > 8) return z < 0 ? 0 : 1;
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * z * z)) / Math.sqrt(2 * Math.PI);
};

const cdf = (distribution: Distribution): ((x: number) => number) => {
  if ('normal' in distribution) {
    const { mean, std } = distribution.normal;
    return (x) => normalCdf((x - mean) / std);
  }
  const { low, high } = distribution.uniform;
  return (x) => Math.min(1, Math.max(0, (x - low) / (high - low)));
};

/** √n·D: the largest gap between the empirical and the expected distribution function, scaled. NaN if a value is. */
export const kolmogorovSmirnov = (values: readonly number[], distribution: Distribution): number => {
  const expected = cdf(distribution);
  const n = values.length;
  let gap = 0;
  for (const [i, x] of [...values].sort((a, b) => a - b).entries()) {
    const p = expected(x);
    gap = Math.max(gap, p - i / n, (i + 1) / n - p);
  }
  return Math.sqrt(n) * gap;
};
