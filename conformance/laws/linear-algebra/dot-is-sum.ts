import fc from 'fast-check';
import { whole } from '../../arbitraries/whole.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';

const LONGEST = 12;

/** Long enough for a loop that is unrolled, and of whole numbers, so that the sums are exact in whatever order. */
export const dotIsSum: Law = {
  id: 'linear-algebra/dot-is-sum-of-product',
  title: 'dot, and matmul of two vectors, is the sum of the elementwise product, of no elements too',
  clauses: ['dot.C1', 'dot.C2', 'matmul.C1', 'sum.C1'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.nat({ max: LONGEST }).chain((n) =>
        fc.record({ a: whole(dtype, [n]), b: whole(dtype, [n]) }).map((inputs) => ({
          inputs,
          ops: [
            { op: 'mul', in: ['a', 'b'], out: 'products' },
            { op: 'sum', in: ['products'], out: 'due' },
            { op: 'dot', in: ['a', 'b'], out: 'c' },
            { op: 'matmul', in: ['a', 'b'], out: 'd' },
          ],
          observe: ['due', 'c', 'd'],
          statement: ({ due }) => all({ c: same(due!, { ulp: 1 }), d: same(due!, { ulp: 1 }) }),
        })),
      ),
    ),
};
