/** Integers that nobody defines: NaN, infinities and floats out of range become some integer or other (to.C1). */
import type { Dtype, OpStep } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { flatten } from '../../values/element.ts';
import { integerRanges } from '../../values/formats.ts';
import type { Mismatch } from '../../values/verdict.ts';
import { computedFrom } from './computed-from.ts';
import type { Sight } from './corner.ts';

const numbersOf = (name: string, { program, said }: Sight): readonly number[] => {
  const [seen, given] = [said[name], program.inputs[name]];
  if (seen?.kind === 'tensor') return isFloat(seen.dtype) ? Array.from(seen.data, Number) : [];
  return given !== undefined && isFloat(given.dtype) ? flatten(given.data).map(Number) : [];
};

const fits = (value: number, dtype: Dtype): boolean => {
  const range = integerRanges[dtype];
  if (range === undefined) return true;
  const whole = Math.trunc(value);
  return Number.isFinite(whole) && whole >= range[0] && whole <= range[1];
};

const dtypeOf = (name: string, { program, said }: Sight): Dtype | undefined => {
  const seen = said[name];
  return seen?.kind === 'tensor' ? seen.dtype : program.inputs[name]?.dtype;
};

/** The tensor that a step casts, and the dtype that it casts to. */
const castOf = ({ op, in: [self, other] = [], with: { dtype } = {} }: OpStep, sight: Sight) =>
  op === 'to'
    ? { from: self, to: dtype as Dtype }
    : op === 'copy_'
      ? { from: other, to: typeof self === 'string' ? dtypeOf(self, sight) : undefined }
      : { from: undefined, to: undefined };

const undefinedIn = (step: OpStep, sight: Sight): boolean => {
  const { from, to } = castOf(step, sight);
  return typeof from === 'string' && to !== undefined && numbersOf(from, sight).some((value) => !fits(value, to));
};

/** Whether what differs is such an integer, or computed from one. */
export const fromUndefined = ({ name }: Mismatch, sight: Sight): boolean =>
  computedFrom(sight.program.ops, (step) => undefinedIn(step, sight)).has(name.replace(/[[.].*/, ''));

/** Whether the tested side raised where it was to make such an integer. */
export const raisesAtUndefined = ({ name, reason }: Mismatch, sight: Sight): boolean =>
  name === 'error' && reason === 'threw' && sight.raised !== undefined && undefinedIn(sight.raised, sight);
