import fc from 'fast-check';
import type { Law } from '../law.ts';
import { SAMPLE, twice } from './large-draw.ts';

/** What `large-draw.ts` says of false alarms holds here, and the table of the chapter for one permutation. */
export const shuffled: Law = {
  id: 'random/shuffled',
  title: 'randperm puts no number nearer to its own place, or to the number below it, than to any other',
  clauses: ['randperm.C1', 'randperm.C2', 'random.C14'],
  trials: ({ dtypes }) =>
    !dtypes.includes('int64')
      ? { lacks: 'int64' }
      : fc.constant(SAMPLE).map((n) =>
          twice({
            ops: (out) => [{ op: 'randperm', with: { n }, out }],
            dtype: 'int64',
            shape: [n],
            distribution: { permutations: { of: n } },
          }),
        ),
};
