import type { Dtype } from '../values/case.ts';
import { type FloatDtype, isFloat } from '../values/dtypes.ts';
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

const difference = (expected: Decoded, got: unknown, dtype: Dtype, bound: Scaled): Omit<Difference, 'index'> => {
  const held = observe(got, dtype);
  const [x, y] = [Number(expected), Number(held)];
  const exactInts = typeof expected === 'bigint' && typeof held === 'bigint';
  const abs =
    typeof expected === 'boolean' ? null : finite(exactInts ? Math.abs(Number(expected - held)) : Math.abs(x - y));
  const float: FloatDtype | undefined = isFloat(dtype) ? dtype : undefined;
  return {
    expected: encode(expected, dtype),
    got: encode(held ?? got, dtype),
    abs,
    rel: abs === null ? null : finite(abs / Math.abs(x)),
    ulp: float === undefined || abs === null ? null : ulps(x, y, float),
    allowed: typeof expected === 'boolean' ? null : float === undefined ? 0 : allowance(bound, x, float),
  };
};

/** How far beyond its allowance an element is; what cannot be measured (NaN, infinities, another sign of zero) is worst. */
const badness = ({ abs, allowed }: Omit<Difference, 'index'>): number => {
  if (abs === null || abs === 0) return Infinity;
  return allowed ? abs / allowed : abs;
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
  const worst: { readonly badness: number; readonly difference: Difference }[] = [];
  let scaled: Scaled | undefined;
  let wrong = 0;
  for (let at = 0; at < expected.length; at++) {
    // Most are the same number, and that is soon seen; of two zeros the signs may differ.
    if (expected[at] === got[at] && expected[at] !== 0) continue;
    scaled ??= scaledTo(bound, largest(expected));
    if (holds(expected[at]!, got[at], dtype, scaled)) continue;
    wrong++;
    const found = { index: unravel(at, shape), ...difference(expected[at]!, got[at], dtype, scaled) };
    const score = badness(found);
    if (worst.length === kept && score <= worst[kept - 1]!.badness) continue;
    const place = worst.findIndex((other) => other.badness < score);
    worst.splice(place === -1 ? worst.length : place, 0, { badness: score, difference: found });
    worst.length = Math.min(worst.length, kept);
  }
  return { wrong, of: expected.length, differences: worst.map((entry) => entry.difference) };
};
