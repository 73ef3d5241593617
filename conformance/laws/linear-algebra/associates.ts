import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { sides } from './operands.ts';
import { apart } from './precision.ts';

const LARGEST = 2;

export const associates: Law = {
  id: 'linear-algebra/product-associates',
  title: '(AB)C is A(BC) within the rounding of the sums, also where C is a vector',
  clauses: ['matmul.C1', 'matmul.C2'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(sides(4), fc.boolean()).chain(([[n = 1, m = 1, p = 1, q = 1], vector]) => {
        const numbers = { low: -LARGEST, high: LARGEST };
        return fc
          .record({
            a: tensor(dtype, [n, m], numbers),
            b: tensor(dtype, [m, p], numbers),
            c: tensor(dtype, vector ? [p] : [p, q], numbers),
          })
          .map((inputs) => ({
            inputs,
            ops: [
              { op: 'matmul', in: ['a', 'b'], out: 'ab' },
              { op: 'matmul', in: ['ab', 'c'], out: 'left' },
              { op: 'matmul', in: ['b', 'c'], out: 'bc' },
              { op: 'matmul', in: ['a', 'bc'], out: 'right' },
            ],
            observe: ['left', 'right'],
            statement: ({ left }) => all({ right: same(left!, apart(dtype, m + p, m * p, LARGEST ** 3)) }),
          }));
      }),
    ),
};
