import fc from 'fast-check';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';

/** n places are written to through the permutation: if it missed one, that stays 0. */
export const permutation: Law = {
  id: 'random/permutation',
  title: 'randperm gives each of 0 … n − 1 once',
  clauses: ['randperm.C1', 'randperm.C3'],
  trials: ({ dtypes }) =>
    !dtypes.includes('int64')
      ? { lacks: 'dtype int64' }
      : fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 7, max: 300 })).map((n) => ({
          inputs: {},
          ops: [
            { op: 'randperm', with: { n }, out: 'p' },
            { op: 'zeros', with: { size: [n], dtype: 'int64' }, out: 'hit' },
            { op: 'setitem', in: ['hit', 1], with: { index: [{ ref: 'p' }] } },
          ],
          observe: ['p', 'hit'],
          statement: () =>
            all({
              p: { dtype: 'int64', shape: [n] },
              hit: { dtype: 'int64', shape: [n], data: new Array<number>(n).fill(1), tolerance: 'exact' },
            }),
        })),
};
