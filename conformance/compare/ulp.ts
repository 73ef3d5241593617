import type { FloatDtype } from '../values/dtypes.ts';
import { formats } from '../values/formats.ts';
import { round, scaleOf, spacing } from '../values/round.ts';

/** How many numbers of the format lie between zero and |value|, `value` counted: ±0 → 0, the smallest subnormal → 1. */
const rank = (value: number, dtype: FloatDtype): bigint => {
  const format = formats[dtype];
  const binade = BigInt(scaleOf(value, format) - format.minExponent);
  return BigInt(Math.abs(value) / spacing(value, dtype)) + binade * 2n ** BigInt(format.precision - 1);
};

/**
 * Units in the last place between two numbers, counted as the steps from one to the other through the format; both are
 * rounded to it first. null where a NaN or an infinity is involved: no number of steps leads there.
 */
export const ulps = (a: number, b: number, dtype: FloatDtype): number | null => {
  const [x, y] = [round(a, dtype), round(b, dtype)];
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  if (x === y) return 0;
  const [p, q] = [rank(x, dtype), rank(y, dtype)];
  return Number(x < 0 === y < 0 ? (p > q ? p - q : q - p) : p + q);
};
