import fc from 'fast-check';
import { isHigher } from '../../values/dtypes.ts';
import { fractional, promoted } from '../../values/promotion.ts';
import { all, raises } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyTensor, exactly, holdsBoth, inputsOf, numberOperand, pairwise, said, tensorOperand } from './operand.ts';

const ops: Readonly<Record<string, (x: number, y: number) => number>> = {
  add_: (x, y) => x + y,
  mul_: (x, y) => x * y,
  div_: (x, y) => x / y,
};
/** By these, quotients of small numbers end after a few digits. */
const divisors = [-2, -1, 1, 2];

/** The first op is the control: another tensor of the same dtype takes a number of the lowest kind, by an op that all have. */
export const inPlace: Law = {
  id: 'promotion/in-place',
  title: 'an in-place op keeps the dtype of its target, or raises and writes nothing if the result is of a higher kind',
  clauses: ['dtypes.C12', 'add.C4', 'mul.C4'],
  trials: (lab) => {
    if (lab.dtypes.length < 2) return { lacks: 'a second dtype' };
    const others = fc.oneof(anyTensor(lab, 'axes'), anyTensor(lab, '0-d'), numberOperand);
    return fc
      .tuple(fc.constantFrom(...Object.keys(ops)), anyTensor(lab, 'axes'), others)
      .filter(([op, , other]) => op !== 'div_' || other.values.every((v) => divisors.includes(v)))
      .filter(([, a, other]) => holdsBoth(a.dtype, a, other))
      .chain(([op, a, other]) =>
        tensorOperand(a.dtype, 'axes').map((control) => {
          const meeting = promoted(a, other);
          const result = op === 'div_' ? fractional(meeting) : meeting;
          const kept = !isHigher(result, a.dtype);
          const due = kept ? pairwise(a, other, ops[op]!) : a.values;
          const a_ = { a: exactly(due, a.dtype, a.shape) };
          return {
            inputs: inputsOf({ a, other, control }),
            ops: [
              { op: 'mul_', in: ['control', true] },
              { op, in: ['a', said('other', other)] },
            ],
            observe: ['a'],
            statement: () => (kept ? all(a_) : { ...raises('dtype_mismatch', 1), names: a_ }),
          };
        }),
      );
  },
};
