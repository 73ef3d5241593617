import fc from 'fast-check';
import { nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { forms, resultOf, shapesOf } from './forms.ts';
import { asMatrix, numbersOf, product, sides } from './operands.ts';
import { wideNumeric } from './precision.ts';

const alone = forms.filter(({ first, second }) => first < 3 && second < 3);

/** Of whole numbers, so that the sums are exact in whatever order they are taken. */
export const matmulDefinition: Law = {
  id: 'linear-algebra/product-is-sum-of-products',
  title: 'every element of a product is the sum over the inner axis, of vectors as rows in front and columns behind',
  clauses: ['matmul.C1', 'matmul.C2', 'matmul.C5', 'mm.C1', 'mv.C1', 'dot.C1'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc.tuple(fc.constantFrom(...alone), sides(3)).chain(([form, [n = 1, m = 1, p = 1]]) => {
        const { op } = form;
        const [a, b] = shapesOf(form, [n, m, p]);
        return fc.record({ a: whole(dtype, a), b: whole(dtype, b) }).map((inputs) => {
          const [rows, inner] = asMatrix(a, 'front');
          const [, columns] = asMatrix(b, 'behind');
          const values = product(numbersOf(inputs.a), numbersOf(inputs.b), [rows, inner, columns]);
          const shape = resultOf(form, [n, m, p]);
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
