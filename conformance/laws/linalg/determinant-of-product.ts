import fc from 'fast-check';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { factorable, factored, rows } from './matrices.ts';

export const determinantOfProduct: Law = {
  id: 'linalg/determinant-of-product',
  title: 'the determinant of a product is the product of the determinants',
  clauses: ['linalg.det.C1', 'linalg.det.C2'],
  trials: (lab) =>
    factored(lab, (dtype) =>
      rows.chain((n) =>
        fc.record({ A: factorable(dtype, n), B: factorable(dtype, n) }).map((inputs) => ({
          inputs,
          ops: [
            { op: 'linalg.det', in: ['A'], out: 'a' },
            { op: 'linalg.det', in: ['B'], out: 'b' },
            { op: 'mul', in: ['a', 'b'], out: 'due' },
            { op: 'matmul', in: ['A', 'B'], out: 'AB' },
            { op: 'linalg.det', in: ['AB'], out: 'd' },
          ],
          observe: ['due', 'd'],
          statement: ({ due }) => all({ d: same(due!, { rtol: dtype === 'float64' ? 1e-12 : 1e-5, atol: 0 }) }),
        })),
      ),
    ),
};
