import { whole } from '../../arbitraries/whole.ts';
import { unravel } from '../../compare/elements.ts';
import { all, numbers, tensorOf, valued } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { reduce, withAxis } from './along.ts';

export const cumsumDifferences: Law = {
  id: 'reductions/cumsum-differences',
  title: 'what is left of a running sum without its element is the running sum before it, and 0 at first',
  clauses: ['cumsum.C1'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      withAxis().chain(([s, drawn]) => {
        const dim = (drawn + s.length) % s.length;
        const step = s.slice(dim + 1).reduce((a, b) => a * b, 1);
        return whole(dtype, s).map((x) => ({
          inputs: { x },
          ops: [reduce('cumsum', 'x', 'running', { dim }), { op: 'sub', in: ['running', 'x'], out: 'before' }],
          observe: ['running', 'before'],
          statement: ({ running }) => {
            const seen = tensorOf(running);
            if (seen === undefined) return undefined;
            const sums = numbers(seen);
            const due = sums.map((_, at) => (unravel(at, s)[dim] === 0 ? 0 : sums[at - step]!));
            return all({ before: valued({ ...seen, shape: s }, due, 'exact') });
          },
        }));
      }),
    ),
};
