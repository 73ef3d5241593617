import type { Dtype, Tolerance } from '../values/case.ts';
import { type FloatDtype, isFloat } from '../values/dtypes.ts';
import { roundings } from '../values/formats.ts';
import { spacing } from '../values/round.ts';
import { ulps } from './ulp.ts';

/** How strictly numbers are compared (spec/chapters/accuracy.md): `standard` unless said otherwise. */
export type Tier = 'strict' | 'standard' | 'relaxed';
export const tiers: readonly Tier[] = ['strict', 'standard', 'relaxed'];

/** What a value may differ by, before the tier is known. */
export type Accuracy =
  /** The expectation says so. */
  | { readonly stated: Tolerance }
  /** One op that is not exact made it: that op's page says so. */
  | { readonly page: Tolerance }
  /** Several such ops, or a gradient. */
  | 'several'
  | 'exact';

/** What is accepted of the numbers of a tensor: any of these tolerances. */
export interface Bound {
  readonly any: readonly Tolerance[];
  readonly signedZero: boolean;
}

/** What is accepted of one number, once the size of the others is known. */
export interface Scaled {
  readonly any: readonly Exclude<Tolerance, { readonly normwise: number }>[];
  readonly signedZero: boolean;
}

const exactly: Scaled = { any: ['exact'], signedZero: true };
const lowPrecision: Tolerance = { rtol: 1e-3, atol: 0 };

/** The tolerances that hold at a tier, for a value of `dtype`. Integers, bools and `exact` are the same at every tier. */
export const boundFor = (accuracy: Accuracy, dtype: Dtype, tier: Tier): Bound => {
  if (!isFloat(dtype) || accuracy === 'exact') return exactly;
  const several: Tolerance = { rtol: roundings[dtype], normwise: roundings[dtype] };
  const own = accuracy === 'several' ? several : 'stated' in accuracy ? accuracy.stated : accuracy.page;
  if (own === 'exact') return exactly;
  const any: Tolerance[] = [own];
  const derived = accuracy === 'several' || 'page' in accuracy;
  // What is near in steps is so element by element: no small one may hide behind a large one. 16 bits have none to spare.
  if (derived && tier !== 'strict') {
    if (!('ulp' in own)) any.push(several);
    else if (dtype === 'float32' || dtype === 'float64') any.push({ rtol: roundings[dtype], atol: 0 });
  }
  if (tier === 'relaxed') any.push(lowPrecision);
  return { any, signedZero: tier === 'strict' };
};

/** The size of the largest finite number; 0 if there is none. */
export const largest = (numbers: Iterable<unknown>): number => {
  let most = 0;
  for (const number of numbers) {
    const size = Math.abs(Number(number));
    if (size > most && size < Infinity) most = size;
  }
  return most;
};

/** The bound in a tensor whose largest number, as `largest` finds it, is of this size. */
export const scaledTo = ({ any, signedZero }: Bound, size: number): Scaled => ({
  any: any.flatMap((tolerance): Scaled['any'] =>
    typeof tolerance === 'object' && 'normwise' in tolerance
      ? [
          { rtol: tolerance.rtol, atol: 0 },
          { rtol: 0, atol: tolerance.normwise * size },
        ]
      : [tolerance],
  ),
  signedZero,
});

/** The largest absolute difference from a finite `expected` that a tolerance accepts. */
const width = (tolerance: Scaled['any'][number], expected: number, dtype: FloatDtype): number => {
  if (tolerance === 'exact') return 0;
  if ('ulp' in tolerance) return tolerance.ulp * spacing(expected, dtype);
  if ('abs' in tolerance) return tolerance.abs;
  return tolerance.atol + tolerance.rtol * Math.abs(expected);
};

/** The largest absolute difference that a bound accepts at `expected`; 0 beside NaN and infinities. */
export const allowance = (bound: Scaled, expected: number, dtype: FloatDtype): number =>
  Number.isFinite(expected) ? Math.max(...bound.any.map((tolerance) => width(tolerance, expected, dtype))) : 0;

/** Whether `got` may stand for `expected`. NaN matches only NaN, an infinity only itself. */
export const accepts = (bound: Scaled, expected: number, got: number, dtype: FloatDtype): boolean => {
  if (expected === got) return expected !== 0 || !bound.signedZero || Object.is(expected, got);
  if (Number.isNaN(expected) || Number.isNaN(got)) return Number.isNaN(expected) && Number.isNaN(got);
  if (!Number.isFinite(expected) || !Number.isFinite(got)) return false;
  return bound.any.some((tolerance) => {
    if (tolerance === 'exact') return false;
    if ('ulp' in tolerance) return ulps(expected, got, dtype)! <= tolerance.ulp;
    return Math.abs(expected - got) <= width(tolerance, expected, dtype);
  });
};
