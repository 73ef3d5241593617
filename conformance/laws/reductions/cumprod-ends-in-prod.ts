import { tensor } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { isFloat } from '../../values/dtypes.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideNumeric } from '../offered.ts';
import { reduce, withAxis } from './along.ts';

/** Of integers up to the ends of their range: both wrap alike. */
export const cumprodEndsInProd: Law = {
  id: 'reductions/cumprod-ends-in-prod',
  title: 'the last running product is the product, in its dtype',
  clauses: ['cumprod.C1', 'cumprod.C2', 'prod.C2'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      withAxis().chain(([s, drawn]) => {
        const dim = (drawn + s.length) % s.length;
        const index = [...new Array<string>(dim).fill(':'), -1];
        return (isFloat(dtype) ? whole(dtype, s) : tensor(dtype, s, { special: true })).map((x) => ({
          inputs: { x },
          ops: [
            reduce('cumprod', 'x', 'running', { dim }),
            { op: 'getitem', in: ['running'], with: { index }, out: 'last' },
            reduce('prod', 'x', 'prod', { dim }),
          ],
          observe: ['last', 'prod'],
          // Of a zero and negative numbers, whose sign is the order's.
          statement: ({ prod }) => all({ last: same(prod!, { ulp: 1 }) }),
        }));
      }),
    ),
};
