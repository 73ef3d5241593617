import fc from 'fast-check';
import { whole } from '../../arbitraries/whole.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { ofMatrices } from './forms.ts';
import { sides } from './operands.ts';
import { wideNumeric } from './precision.ts';

/** The operands on one side are views whose elements do not lie in row-major order. */
export const transposeOfProduct: Law = {
  id: 'linear-algebra/transpose-of-product',
  title: 'the transpose of AB is the product of the transposes in the other order',
  clauses: ['mm.C5', 'matmul.C1', 'T.C1'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc.tuple(sides(3), fc.constantFrom(...ofMatrices)).chain(([[n = 1, m = 1, p = 1], op]) =>
        fc.record({ a: whole(dtype, [n, m]), b: whole(dtype, [m, p]) }).map((inputs) => ({
          inputs,
          ops: [
            { op, in: ['a', 'b'], out: 'ab' },
            { op: 'T', in: ['ab'], out: 'due' },
            { op: 'T', in: ['a'], out: 'A' },
            { op: 'T', in: ['b'], out: 'B' },
            { op, in: ['B', 'A'], out: 'c' },
          ],
          observe: ['due', 'c'],
          statement: ({ due }) => all({ c: same(due!, { ulp: 1 }) }),
        })),
      ),
    ),
};
