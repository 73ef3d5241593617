import { tensor } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { isFloat } from '../../values/dtypes.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideNumeric } from '../offered.ts';
import { reduce, withAxis } from './along.ts';

/** Of integers up to the ends of their range: both wrap alike. */
export const cumsumEndsInSum: Law = {
  id: 'reductions/cumsum-ends-in-sum',
  title: 'the last running sum is the sum, in its dtype',
  clauses: ['cumsum.C1', 'cumsum.C2', 'sum.C2'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      withAxis().chain(([s, drawn]) => {
        const dim = (drawn + s.length) % s.length;
        const index = [...new Array<string>(dim).fill(':'), -1];
        return (isFloat(dtype) ? whole(dtype, s) : tensor(dtype, s, { special: true })).map((x) => ({
          inputs: { x },
          ops: [
            reduce('cumsum', 'x', 'running', { dim }),
            { op: 'getitem', in: ['running'], with: { index }, out: 'last' },
            reduce('sum', 'x', 'sum', { dim }),
          ],
          observe: ['last', 'sum'],
          statement: ({ sum }) => all({ last: same(sum!) }),
        }));
      }),
    ),
};
