/** How far two ways to compute a product of matrices may be apart, and what dtypes tell them apart. */
import fc from 'fast-check';
import type { Dtype, Tolerance } from '../../values/case.ts';
import type { Lab, Law, Trial } from '../law.ts';

/** Dtypes that hold every sum of a few products of small whole numbers: no float of fewer than 24 bits, no narrow integer. */
const wide: ReadonlySet<Dtype> = new Set(['int32', 'int64', 'float32', 'float64']);

export const wideNumeric = (
  { floats, integers }: Lab,
  trials: (dtype: Dtype) => fc.Arbitrary<Trial>,
): ReturnType<Law['trials']> => {
  const dtypes = [...floats, ...integers].filter((dtype) => wide.has(dtype));
  return dtypes.length === 0 ? { lacks: 'a wide dtype' } : fc.constantFrom(...dtypes).chain(trials);
};

/** Half of the distance from 1 to the next number. */
const unit = (dtype: Dtype): number => (dtype === 'float64' ? 2 ** -53 : 2 ** -24);

/** For sums of a few positive terms, in which nothing cancels, with their powers and roots: each of them rounds. */
export const nearly = (dtype: Dtype): Tolerance => ({ rtol: 64 * unit(dtype), atol: 0 });

/**
 * The bound on the difference of two sums of `terms` terms, none larger than `largest`, that were rounded at most `steps` times
 * each, whatever their order (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 3.1).
 */
export const apart = (dtype: Dtype, steps: number, terms: number, largest: number): Tolerance => ({
  abs: 2 * steps * unit(dtype) * terms * largest * 1.01,
  why: `two orders of ${terms} terms of up to ${largest}, each rounded at most ${steps} times in ${dtype}`,
});
