/** In which dtype gradients are checked, and how well. */
import type fc from 'fast-check';
import type { Expectation } from '../../values/case.ts';
import type { Observation } from '../../values/observation.ts';
import { numbers, same, tensorOf, valued } from '../claims.ts';
import type { Lab, Trial } from '../law.ts';

export interface Precision {
  readonly dtype: 'float64' | 'float32';
  /**
   * Half the distance of the outermost two evaluations: exact beside the numbers that are drawn, and less than
   * 1/16, by which they keep away from kinks.
   */
  readonly step: number;
  /** What a gradient may differ by from a numeric derivative, beside the rounding of the evaluations. */
  readonly rtol: number;
  /** What one evaluation may be off by, relative to the largest number on its way: a few roundings. */
  readonly rounding: number;
  /**
   * What two ways of computing one gradient may differ by, relative to its largest element: they round in another
   * order.
   */
  readonly reordered: number;
  /** Operands are at most this: with fewer digits, large numbers would drown small ones. */
  readonly largest: number;
}

const float64: Precision = {
  dtype: 'float64',
  step: 2 ** -8,
  rtol: 1e-7,
  rounding: 2 * 2 ** -52,
  reordered: 1e-11,
  largest: Infinity,
};
/** float32, which is also what parameters of modules are. */
export const single: Precision = {
  dtype: 'float32',
  step: 2 ** -5,
  rtol: 1e-3,
  rounding: 2 * 2 ** -23,
  reordered: 1e-5,
  largest: 2,
};

type Trials = fc.Arbitrary<Trial> | { readonly lacks: string };

/** Trials in float64, or in float32 where there is nothing finer. */
export const finest = ({ floats }: Lab, trials: (precision: Precision) => fc.Arbitrary<Trial>): Trials => {
  const precision = [float64, single].find(({ dtype }) => floats.includes(dtype));
  return precision === undefined ? { lacks: 'float64 or float32' } : trials(precision);
};

/** Whether a tolerance tells every one of these numbers that is not 0 from one that is 1 % larger. */
export const sharp = (values: readonly number[], rtol: number, atol: number): boolean =>
  values.every((v) => v === 0 || Math.abs(v) * 0.009 > atol + rtol * Math.abs(v));

/** The same tensor but for the order in which it was rounded. undefined: it cannot be told. */
export const agrees = (seen: Observation | undefined, { reordered }: Precision): Expectation | undefined => {
  const values = numbers(seen);
  if (seen === undefined || !values.every(Number.isFinite)) return undefined;
  const atol = reordered * Math.max(0, ...values.map(Math.abs));
  return sharp(values, reordered, atol) ? same(seen, { rtol: reordered, atol }) : undefined;
};

/**
 * These values, in the shape and dtype of what was seen, but for rounding; `scale`: of the terms that they are
 * made of.
 */
export const near = (
  seen: Observation | undefined,
  values: readonly number[],
  { reordered }: Precision,
  scale: readonly number[] = values,
): Expectation | undefined => {
  const tensor = tensorOf(seen);
  if (tensor === undefined || ![...values, ...scale].every(Number.isFinite)) return undefined;
  const atol = reordered * Math.max(0, ...scale.map(Math.abs));
  // Terms that cancel leave what may be 0.
  const told = values.map((v) => (Math.abs(v) <= atol ? 0 : v));
  return sharp(told, reordered, atol) ? valued(tensor, told, { rtol: reordered, atol }) : undefined;
};
