/**
 * Samples that are large enough to tell distributions apart, drawn twice.
 *
 * A right library misses a sample once in a million (chapter random). A trial fails if both of its samples miss: a false alarm
 * once in 10¹² trials, so that a million trials together raise one with a probability of 1e-6.
 *
 * Power: what fails a sample of n = 10,000 with a probability of 0.999999, by the table of that chapter, fails both with
 * 0.999998. Where the true distribution function differs from the stated one by d at some point, √n·D is below √n·d by no more than
 * a binomial error of standard deviation 1/2 or less. With d = 0.054 it stays below 2.9 with a probability of at most
 * Φ(−5) = 3e-7. A mean off by an eighth of a deviation, and a deviation off by a sixth, are found by their polynomials
 * already.
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
