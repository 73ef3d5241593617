import { pages } from '../../pages/pages.gen.ts';
import type { Expectation } from '../../values/case.ts';
import type { Observation } from '../../values/observation.ts';
import { derived, numbers, same } from '../claims.ts';
import { closeMean } from './close-mean.ts';

/** Below it, sums and products of whole numbers are exact in float32, and so is what they are made of. */
const EXACT = 2 ** 24;

/**
 * What an op gave of whole numbers, for the same op in whatever order: what gives integers of integers adds and multiplies
 * without rounding.
 */
export const inAnyOrder = (op: string, due: Observation): Expectation => {
  if (op === 'mean' || op === 'nanmean') return same(due, closeMean);
  const { accuracy, dtype } = pages[op]!;
  const adds = dtype === 'sum' && numbers(due).every((v) => Math.abs(v) < EXACT);
  return accuracy === 'exact' || adds ? same(due) : derived(due);
};
