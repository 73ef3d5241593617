import { tensor } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { isFloat } from '../../values/dtypes.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideNumeric } from '../offered.ts';
import { reduce, withAxis } from './along.ts';

/** Of integers up to the ends of their range: both wrap alike. */
const endsIn = (running: string, total: string, title: string, tolerance?: { readonly ulp: number }): Law => ({
  id: `reductions/${running}-ends-in-${total}`,
  title,
  clauses: [`${running}.C1`, `${running}.C2`, `${total}.C2`],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      withAxis().chain(([s, drawn]) => {
        const dim = (drawn + s.length) % s.length;
        const index = [...new Array<string>(dim).fill(':'), -1];
        return (isFloat(dtype) ? whole(dtype, s) : tensor(dtype, s, { special: true })).map((x) => ({
          inputs: { x },
          ops: [
            reduce(running, 'x', 'running', { dim }),
            { op: 'getitem', in: ['running'], with: { index }, out: 'last' },
            reduce(total, 'x', 'total', { dim }),
          ],
          observe: ['last', 'total'],
          statement: (seen) => all({ last: same(seen.total!, tolerance) }),
        }));
      }),
    ),
});

export const cumsumEndsInSum: Law = endsIn('cumsum', 'sum', 'the last running sum is the sum, in its dtype');

/** Of a zero and negative numbers, whose sign is the order's. */
export const cumprodEndsInProd: Law = endsIn(
  'cumprod',
  'prod',
  'the last running product is the product, in its dtype',
  { ulp: 1 },
);
