/** Integers that nobody defines: NaN, infinities and floats out of range become some integer or other (to.C1). */
import type { Dtype, OpStep } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { flatten } from '../../values/element.ts';
import { integerRanges } from '../../values/formats.ts';
import type { Corner, Sight } from './corner.ts';
import { tensor, witness } from './witness.ts';

const numbersOf = (name: string, { program, oracle }: Sight): readonly number[] => {
  const [seen, given] = [oracle[name], program.inputs[name]];
  if (seen?.kind === 'tensor') return isFloat(seen.dtype) ? Array.from(seen.data, Number) : [];
  return given !== undefined && isFloat(given.dtype) ? flatten(given.data).map(Number) : [];
};

const fits = (value: number, dtype: Dtype): boolean => {
  const range = integerRanges[dtype];
  if (range === undefined) return true;
  const whole = Math.trunc(value);
  return Number.isFinite(whole) && whole >= range[0] && whole <= range[1];
};

const dtypeOf = (name: string, { program, oracle }: Sight): Dtype | undefined => {
  const seen = oracle[name];
  return seen?.kind === 'tensor' ? seen.dtype : program.inputs[name]?.dtype;
};

/** The tensor that a step casts, and the dtype that it casts to. */
const castOf = ({ op, in: [self, other] = [], with: { dtype } = {} }: OpStep, sight: Sight) =>
  op === 'to'
    ? { from: self, to: dtype as Dtype | undefined }
    : { from: other, to: typeof self === 'string' ? dtypeOf(self, sight) : undefined };

const isUndefined = (step: OpStep, sight: Sight): boolean => {
  const { from, to } = castOf(step, sight);
  return typeof from === 'string' && to !== undefined && numbersOf(from, sight).some((value) => !fits(value, to));
};

const ops: readonly string[] = ['to', 'copy_'];
const nan = witness(
  { x: tensor(['NaN']) },
  { op: 'to', in: ['x'], with: { dtype: 'int32' }, out: 'y' },
  { op: 'neg', in: ['y'], out: 'z' },
);

export const undefinedCasts: readonly Corner[] = [
  {
    id: 'undefined-integer',
    ops,
    witness: nan,
    holds: ({ name, reason }, sight) =>
      name !== 'error' && reason !== 'wrong_dtype' && sight.own.some((step) => isUndefined(step, sight)),
    because:
      'a float that is not finite, or out of range, becomes whatever integer an implementation makes of it (to.C1)',
  },
  {
    id: 'undefined-integer-refused',
    ops,
    witness: nan,
    holds: ({ name, reason }, sight) =>
      name === 'error' &&
      reason === 'threw' &&
      sight.parting !== undefined &&
      sight.own.includes(sight.parting.step) &&
      isUndefined(sight.parting.step, sight),
    because:
      'a float that is not finite, or out of range, has no defined integer: an implementation may refuse it (to.C1)',
  },
];
