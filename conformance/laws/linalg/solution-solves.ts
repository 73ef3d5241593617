import fc from 'fast-check';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { batch, eighths, factorable, factored, nearby, rows } from './matrices.ts';

export const solutionSolves: Law = {
  id: 'linalg/solution-solves',
  title:
    'a matrix times the solution is the right-hand side, and the solution times it where the unknown stands before it',
  clauses: ['linalg.solve.C1', 'linalg.solve.C3', 'linalg.solve.C4'],
  trials: (lab) =>
    factored(lab, (dtype) =>
      fc
        .tuple(rows, fc.integer({ min: 1, max: 3 }), batch, fc.boolean(), fc.boolean())
        .chain(([n, m, before, left, given]) => {
          const sides = left ? [n, m] : [m, n];
          return fc
            .record({ A: factorable(dtype, n, before), B: eighths(dtype, [...before, ...sides]) })
            .map((inputs) => ({
              inputs,
              ops: [
                { op: 'linalg.solve', in: ['A', 'B'], ...((!left || given) && { with: { left } }), out: 'X' },
                { op: 'matmul', in: left ? ['A', 'X'] : ['X', 'A'], out: 'y' },
              ],
              observe: ['B', 'y'],
              statement: ({ B }) => all({ y: same(B!, nearby(dtype)) }),
            }));
        }),
    ),
};
