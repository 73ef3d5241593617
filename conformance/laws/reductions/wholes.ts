/** Whole numbers for an op, and how near what it makes of them has to be. */
import type fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Dtype, Expectation, TensorValue } from '../../values/case.ts';
import type { Observation } from '../../values/observation.ts';
import { derived, numbers, same } from '../claims.ts';
import { closeMean } from './close-mean.ts';

const LARGEST = 6;

/** Small whole numbers, within the domain of the op's first operand. */
export const wholesFor = (op: string, dtype: Dtype, shape: Shape): fc.Arbitrary<TensorValue> => {
  const { operands, domain } = pages[op]!;
  const { low = -LARGEST, high = LARGEST } = domain[operands[0]!.name] ?? {};
  return whole(dtype, shape, {
    low: Math.max(-LARGEST, Math.ceil(low)),
    high: Math.min(LARGEST, Math.floor(high)),
  });
};

/** Below it, sums and products of whole numbers are exact in float32, and so is what they are made of. */
const EXACT = 2 ** 24;

/**
 * What an op gave of whole numbers, for the same op in whatever order: what gives integers of integers adds and multiplies
 * without rounding.
 */
export const inAnyOrder = (op: string, due: Observation): Expectation => {
  if (op === 'mean') return same(due, closeMean);
  const { accuracy, dtype } = pages[op]!;
  const adds = dtype === 'sum' && numbers(due).every((v) => Math.abs(v) < EXACT);
  return accuracy === 'exact' || adds ? same(due) : derived(due);
};
