import fc from 'fast-check';
import type { Step } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { twice } from './large-draw.ts';

/** How many permutations of how many numbers: enough that each number comes 20 times to each place, or to each distance from its own. */
const sizes = fc.constantFrom([500, 3], [600, 4], [500, 10], [500, 20], [250, 100]);

/** What `large-draw.ts` says of false alarms holds here, and the table of the chapter says what is found. */
export const orders: Law = {
  id: 'random/orders',
  title: 'randperm gives each order equally often, whatever the one before was',
  clauses: ['randperm.C1', 'random.C14'],
  trials: ({ dtypes }) =>
    !dtypes.includes('int64')
      ? { lacks: 'dtype int64' }
      : sizes.map(([count = 1, n = 2]) => {
          const ops = (out: string): readonly Step[] => [
            {
              repeat: count,
              ops: [
                { op: 'randperm', with: { n }, out: `${out}_one` },
                { op: 'record', in: [`${out}_one`], out },
              ],
            },
          ];
          return twice({ ops, dtype: 'int64', shape: [count, n], distribution: { permutations: { of: n } } });
        }),
};
