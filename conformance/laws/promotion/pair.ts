/** The laws of two operands and one result: the dtype follows from the table, the values from arithmetic. */

import fc from 'fast-check';
import { promoted } from '../../values/promotion.ts';
import { all } from '../claims.ts';
import type { Lab, Trial } from '../law.ts';
import { arithmetic } from './arithmetic.ts';
import { exactly, holdsBoth, inputsOf, type Operand, pairwise, said } from './operand.ts';

/** Whether the implementation has the dtype of the result, and the dtype the values. */
const told =
  ({ dtypes }: Lab) =>
  ([a, b]: readonly [Operand, Operand]): boolean => {
    const dtype = promoted(a, b);
    return dtypes.includes(dtype) && holdsBoth(dtype, a, b);
  };

export const pairTrials = (
  lab: Lab,
  pairs: fc.Arbitrary<[Operand, Operand]>,
  ops: readonly string[] = Object.keys(arithmetic),
): fc.Arbitrary<Trial> =>
  fc.tuple(fc.constantFrom(...ops), pairs.filter(told(lab))).map(([op, [a, b]]) => {
    const dtype = promoted(a, b);
    const shape = a.shape.length > 0 ? a.shape : b.shape;
    return {
      inputs: inputsOf({ a, b }),
      ops: [{ op, in: [said('a', a), said('b', b)], out: 'c' }],
      observe: ['c'],
      statement: () => all({ c: exactly(pairwise(a, b, arithmetic[op]!), dtype, shape) }),
    };
  });

/** In either order. */
export const turned = (pairs: fc.Arbitrary<[Operand, Operand]>): fc.Arbitrary<[Operand, Operand]> =>
  fc.tuple(fc.boolean(), pairs).map(([turn, [a, b]]): [Operand, Operand] => (turn ? [b, a] : [a, b]));
