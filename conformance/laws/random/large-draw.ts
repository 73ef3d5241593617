/**
 * Samples that are large enough to tell distributions apart, drawn twice.
 *
 * A sample of n = 10,000 is held to its distribution by √n·D < 2.7 (Kolmogorov and Smirnov), which a right library
 * misses once in a million samples. A trial fails if both of its samples miss it: a false alarm once in 10¹² trials, so
 * that a million trials together raise one with a probability of 1e-6.
 *
 * Power: where the true distribution function differs from the stated one by d at some point, √n·D is below √n·d by no
 * more than a binomial error of standard deviation 1/2 or less. With d = 0.05 it stays below 2.7 with a probability of at
 * most Φ(−4.6) = 2e-6, and both samples are caught with 1 − 5e-6. Such a difference is an interval off by 5 % of its
 * length, a mean off by 1/8 standard deviation, or a standard deviation off by a quarter; one off by 1 % is not seen.
 */
import fc from 'fast-check';
import type { Dtype, Expectation, Expected, Step } from '../../values/case.ts';
import type { Distribution } from '../../values/distribution.ts';
import type { Trial } from '../law.ts';

/** How many elements a sample has. */
export const SAMPLE = 10_000;

/** The shapes that a sample comes in. */
export const sampleShape: fc.Arbitrary<readonly number[]> = fc.constantFrom([SAMPLE], [100, 100], [10, 10, 10, 10]);

export interface Sample {
  /** The ops that make the sample `name`; all their other names begin with it. */
  readonly ops: (name: string) => readonly Step[];
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly distribution: Distribution;
  readonly below?: number;
}

/** Both samples have the dtype and the shape; at least one has the distribution. */
export const twice = ({ ops, dtype, shape, distribution, below }: Sample): Trial => {
  const form: Expectation = { dtype, shape, ...(below === undefined ? {} : { below }) };
  const spread: Expectation = { ...form, distribution };
  const expected: Expected = {
    names: { x: form, y: form },
    either: [{ names: { x: spread } }, { names: { y: spread } }],
  };
  return { inputs: {}, ops: [...ops('x'), ...ops('y')], observe: ['x', 'y'], statement: () => expected };
};
