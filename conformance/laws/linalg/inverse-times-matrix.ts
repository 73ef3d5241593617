import { nested } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { factorable, factored, nearby, rows } from './matrices.ts';

const identity = (n: number): readonly number[] =>
  Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));

export const inverseTimesMatrix: Law = {
  id: 'linalg/inverse-times-matrix',
  title: 'a matrix times its inverse, from either side, is the identity',
  clauses: ['linalg.inv.C1'],
  trials: (lab) =>
    factored(lab, (dtype) =>
      rows.chain((n) =>
        factorable(dtype, n).map((A) => ({
          inputs: { A },
          ops: [
            { op: 'linalg.inv', in: ['A'], out: 'i' },
            { op: 'matmul', in: ['A', 'i'], out: 'right' },
            { op: 'matmul', in: ['i', 'A'], out: 'left' },
          ],
          observe: ['right', 'left'],
          statement: () => {
            const due = { dtype, shape: [n, n], data: nested(identity(n), [n, n]), tolerance: nearby(dtype) };
            return all({ right: due, left: due });
          },
        })),
      ),
    ),
};
