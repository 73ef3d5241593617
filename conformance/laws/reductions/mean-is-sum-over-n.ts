import { whole } from '../../arbitraries/whole.ts';
import { all, numbers, tensorOf, valued } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { reduce, someAxes } from './along.ts';
import { closeMean } from './close-mean.ts';

export const meanIsSumOverN: Law = {
  id: 'reductions/mean-is-sum-over-n',
  title: 'the mean is the sum of each set divided by its number of elements',
  clauses: ['mean.C1'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      someAxes.chain(({ shape, options, sets }) =>
        whole(dtype, shape).map((x) => ({
          inputs: { x },
          ops: [reduce('sum', 'x', 'sum', options), reduce('mean', 'x', 'mean', options)],
          observe: ['sum', 'mean'],
          statement: ({ sum }) => {
            const n = sets.members[0]!.length;
            const seen = tensorOf(sum);
            return (
              seen &&
              all({
                mean: valued(
                  seen,
                  numbers(seen).map((total) => total / n),
                  closeMean,
                ),
              })
            );
          },
        })),
      ),
    ),
};
