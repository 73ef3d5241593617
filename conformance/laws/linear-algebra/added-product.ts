import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { sides } from './operands.ts';
import { wideNumeric } from './precision.ts';

/** What stretches to n rows and p columns. */
const added = (n: number, p: number): readonly Shape[] => [[n, p], [1, p], [n, 1], [p], [1], []];

/** Of whole numbers, so that the sums are exact. */
export const addedProduct: Law = {
  id: 'linear-algebra/added-product-is-a-sum',
  title: 'addmm and baddbmm give beta times what is added to, which is stretched, and alpha times the product',
  clauses: ['addmm.C1', 'baddbmm.C1'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc
        .tuple(sides(4), fc.boolean(), fc.integer({ min: -3, max: 3 }), fc.integer({ min: -3, max: 3 }))
        .chain(([[h = 1, n = 1, m = 1, p = 1], stacked, beta, alpha]) => {
          const height = stacked ? [h] : [];
          const [op, product] = stacked ? ['baddbmm', 'bmm'] : ['addmm', 'mm'];
          return fc.constantFrom(...added(n, p)).chain((shape) =>
            fc
              .record({
                a: whole(dtype, [...height, n, m]),
                b: whole(dtype, [...height, m, p]),
                c: whole(dtype, shape),
              })
              .map((inputs) => ({
                inputs,
                ops: [
                  { op: product, in: ['a', 'b'], out: 'ab' },
                  { op: 'mul', in: ['ab', alpha], out: 'scaled' },
                  { op: 'mul', in: ['c', beta], out: 'weighed' },
                  { op: 'add', in: ['scaled', 'weighed'], out: 'due' },
                  { op, in: ['c', 'a', 'b'], with: { beta, alpha }, out: 'y' },
                ],
                observe: ['due', 'y'],
                statement: ({ due }) => all({ y: same(due!, { ulp: 1 }) }),
              })),
          );
        }),
    ),
};
