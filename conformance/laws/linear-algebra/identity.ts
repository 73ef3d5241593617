import fc from 'fast-check';
import { nested, tensor } from '../../arbitraries/tensor.ts';
import type { Dtype, TensorValue } from '../../values/case.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { sides } from './operands.ts';

const unit = (dtype: Dtype, n: number): TensorValue => ({
  dtype,
  shape: [n, n],
  data: nested(
    Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0)),
    [n, n],
  ),
});

/** Exact, whatever the order of the sums: all terms but one are 0. */
export const identity: Law = {
  id: 'linear-algebra/identity-changes-nothing',
  title: 'a product with the identity, on either side, is the matrix or vector itself',
  clauses: ['matmul.C1', 'matmul.C2'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      sides(2).chain(([n = 1, m = 1]) =>
        fc.record({ a: tensor(dtype, [n, m]), v: tensor(dtype, [m]) }).map(({ a, v }) => ({
          inputs: { a, v, N: unit(dtype, n), M: unit(dtype, m) },
          ops: [
            { op: 'matmul', in: ['N', 'a'], out: 'left' },
            { op: 'matmul', in: ['a', 'M'], out: 'right' },
            { op: 'matmul', in: ['M', 'v'], out: 'column' },
            { op: 'matmul', in: ['v', 'M'], out: 'row' },
          ],
          observe: ['a', 'v', 'left', 'right', 'column', 'row'],
          statement: ({ a: matrix, v: vector }) => {
            // A −0 of the matrix may have become 0 in the sum.
            const [due, dueVector] = [same(matrix!, { ulp: 1 }), same(vector!, { ulp: 1 })];
            return all({ left: due, right: due, column: dueVector, row: dueVector });
          },
        })),
      ),
    ),
};
