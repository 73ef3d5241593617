import type { Dtype } from '../values/case.ts';
import { isFloat } from '../values/dtypes.ts';
import { type Decoded, encode, observe } from '../values/element.ts';
import type { Difference } from '../values/verdict.ts';
import { accepts, allowance, type Bound, largest, type Scaled, scaledTo } from './bound.ts';
import { ulps } from './ulp.ts';

/** How many of the worst elements a comparison keeps. */
export const kept = 8;

export interface Comparison {
  readonly wrong: number;
  readonly of: number;
  /** The worst first, at most `kept`. */
  readonly differences: readonly Difference[];
}

/** The index of the element at flat, row-major position `at`. */
export const unravel = (at: number, shape: readonly number[]): number[] => {
  const index = new Array<number>(shape.length);
  let rest = at;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    index[axis] = rest % shape[axis]!;
    rest = Math.floor(rest / shape[axis]!);
  }
  return index;
};

const finite = (value: number | null): number | null => (value !== null && Number.isFinite(value) ? value : null);

/** How far apart two elements are; null where that cannot be measured: NaN, infinities, booleans. */
const distance = (expected: Decoded, held: Decoded | undefined): number | null => {
  if (typeof expected === 'boolean') return null;
  const exactInts = typeof expected === 'bigint' && typeof held === 'bigint';
  return finite(exactInts ? Math.abs(Number(expected - held)) : Math.abs(Number(expected) - Number(held)));
};

const allowed = (expected: Decoded, dtype: Dtype, bound: Scaled): number | null => {
  if (typeof expected === 'boolean') return null;
  return isFloat(dtype) ? allowance(bound, Number(expected), dtype) : 0;
};

const difference = (expected: Decoded, got: unknown, dtype: Dtype, bound: Scaled): Omit<Difference, 'index'> => {
  const held = observe(got, dtype);
  const [x, y] = [Number(expected), Number(held)];
  const abs = distance(expected, held);
  return {
    expected: encode(expected, dtype),
    got: encode(held ?? got, dtype),
    abs,
    rel: abs === null ? null : finite(abs / Math.abs(x)),
    ulp: isFloat(dtype) && abs !== null ? ulps(x, y, dtype) : null,
    allowed: allowed(expected, dtype, bound),
  };
};

/** How far beyond its allowance an element is; what cannot be measured, and another sign of zero, is worst. */
const badness = (expected: Decoded, got: unknown, dtype: Dtype, bound: Scaled): number => {
  const abs = distance(expected, observe(got, dtype));
  if (abs === null || abs === 0) return Infinity;
  const width = allowed(expected, dtype, bound);
  return width ? abs / width : abs;
};

const holds = (expected: Decoded, got: unknown, dtype: Dtype, bound: Scaled): boolean => {
  const held = observe(got, dtype);
  if (!isFloat(dtype) || held === undefined) return held === expected;
  return accepts(bound, expected as number, held as number, dtype);
};

/** Whether two lists hold the same elements, zeros of one sign included: then no tolerance has to be asked. */
export const identical = (expected: readonly Decoded[], got: ArrayLike<unknown>): boolean => {
  for (let at = 0; at < expected.length; at++) if (!Object.is(expected[at], got[at])) return false;
  return true;
};

/**
 * Compares flat, row-major data element by element in the terms of `dtype`. The lengths are the same, or this is no
 * comparison of elements: shapes are compared before.
 */
export const compareElements = (
  expected: readonly Decoded[],
  got: ArrayLike<unknown>,
  shape: readonly number[],
  dtype: Dtype,
  bound: Bound,
): Comparison => {
  const worst: { readonly badness: number; readonly at: number }[] = [];
  let scaled: Scaled | undefined;
  let wrong = 0;
  for (let at = 0; at < expected.length; at++) {
    // Most are the same number, and that is soon seen; of two zeros the signs may differ.
    if (expected[at] === got[at] && expected[at] !== 0) continue;
    scaled ??= scaledTo(bound, largest(expected));
    if (holds(expected[at]!, got[at], dtype, scaled)) continue;
    wrong++;
    // Only the worst are told, and only what is told is put into words.
    const score = badness(expected[at]!, got[at], dtype, scaled);
    if (worst.length === kept && score <= worst[kept - 1]!.badness) continue;
    const place = worst.findIndex((other) => other.badness < score);
    worst.splice(place === -1 ? worst.length : place, 0, { badness: score, at });
    worst.length = Math.min(worst.length, kept);
  }
  const told = ({ at }: { readonly at: number }): Difference => ({
    index: unravel(at, shape),
    ...difference(expected[at]!, got[at], dtype, scaled!),
  });
  return { wrong, of: expected.length, differences: worst.map(told) };
};
