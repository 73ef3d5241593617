import fc from 'fast-check';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { factorable, factored, nearby, rows } from './matrices.ts';

export const factorTimesItself: Law = {
  id: 'linalg/factor-times-itself',
  title: 'the Cholesky factor times its transpose is the matrix, and with upper the other way about',
  clauses: ['linalg.cholesky.C1', 'linalg.cholesky.C2'],
  trials: (lab) =>
    factored(lab, (dtype) =>
      fc.tuple(rows, fc.boolean()).chain(([n, upper]) =>
        factorable(dtype, n).map((X) => ({
          inputs: { X },
          ops: [
            { op: 'transpose', in: ['X'], with: { dim0: 0, dim1: 1 }, out: 't' },
            { op: 'matmul', in: ['X', 't'], out: 'A' },
            { op: 'linalg.cholesky', in: ['A'], ...(upper && { with: { upper } }), out: 'L' },
            { op: 'transpose', in: ['L'], with: { dim0: 0, dim1: 1 }, out: 'u' },
            { op: 'matmul', in: upper ? ['u', 'L'] : ['L', 'u'], out: 'y' },
          ],
          observe: ['A', 'y'],
          statement: ({ A }) => all({ y: same(A!, nearby(dtype)) }),
        })),
      ),
    ),
};
