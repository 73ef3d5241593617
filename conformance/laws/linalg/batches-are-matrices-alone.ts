import fc from 'fast-check';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { factorable, factored, rows } from './matrices.ts';

export const inversesOfBatches: Law = {
  id: 'linalg/batches-are-matrices-alone',
  title: 'each matrix of a batch has the inverse and the determinant that it has alone',
  clauses: ['linalg.inv.C2', 'linalg.det.C1'],
  trials: (lab) =>
    factored(lab, (dtype) =>
      fc.tuple(rows, fc.constantFrom('linalg.inv', 'linalg.det')).chain(([n, op]) =>
        factorable(dtype, n, [3]).map((A) => ({
          inputs: { A },
          ops: [
            { op, in: ['A'], out: 'y' },
            { op: 'getitem', in: ['y'], with: { index: [1] }, out: 'one' },
            { op: 'getitem', in: ['A'], with: { index: [1] }, out: 'B' },
            { op, in: ['B'], out: 'alone' },
          ],
          observe: ['one', 'alone'],
          statement: ({ alone }) => all({ one: same(alone!, { ulp: 4 }) }),
        })),
      ),
    ),
};
