import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { asMatrix, numbersOf, product, sides } from './operands.ts';
import { wideNumeric } from './precision.ts';

type Ranks = readonly [op: string, first: 1 | 2, second: 1 | 2];
const forms: readonly Ranks[] = [
  ['matmul', 2, 2],
  ['matmul', 2, 1],
  ['matmul', 1, 2],
  ['matmul', 1, 1],
  ['mm', 2, 2],
  ['mv', 2, 1],
  ['dot', 1, 1],
];

/** Of whole numbers, so that the sums are exact in whatever order they are taken. */
export const matmulDefinition: Law = {
  id: 'linear-algebra/product-is-sum-of-products',
  title: 'every element of a product is the sum over the inner axis, of vectors as rows in front and columns behind',
  clauses: ['matmul.C1', 'matmul.C2', 'matmul.C5', 'mm.C1', 'mv.C1', 'dot.C1'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc.tuple(fc.constantFrom(...forms), sides(3)).chain(([[op, first, second], [n = 1, m = 1, p = 1]]) => {
        const a: Shape = first === 1 ? [m] : [n, m];
        const b: Shape = second === 1 ? [m] : [m, p];
        return fc.record({ a: whole(dtype, a), b: whole(dtype, b) }).map((inputs) => {
          const [rows, inner] = asMatrix(a, 'front');
          const [, columns] = asMatrix(b, 'behind');
          const values = product(numbersOf(inputs.a), numbersOf(inputs.b), [rows, inner, columns]);
          const shape = [...a.slice(0, -1), ...b.slice(1)];
          return {
            inputs,
            ops: [{ op, in: ['a', 'b'], out: 'c' }],
            observe: ['c'],
            // Within 1 ulp, not exact: a sum of products that are −0 may be either zero.
            statement: () => all({ c: { dtype, shape, data: nested(values, shape), tolerance: { ulp: 1 } } }),
          };
        });
      }),
    ),
};
