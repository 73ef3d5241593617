/** Σ (x − m)² / (n − u); NaN where there is nothing to divide by. */
export const variance = (x: readonly number[], unbiased: boolean): number => {
  const n = x.length - (unbiased ? 1 : 0);
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  return n <= 0 ? Number.NaN : x.reduce((sum, v) => sum + (v - mean) ** 2, 0) / n;
};
