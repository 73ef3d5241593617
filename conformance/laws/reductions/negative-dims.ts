import fc from 'fast-check';
import { whole } from '../../arbitraries/whole.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { reduce, withAxis } from './along.ts';

const OPS = ['sum', 'mean', 'var', 'std', 'max', 'min', 'argmax', 'argmin', 'cumsum', 'norm'];

export const negativeDims: Law = {
  id: 'reductions/negative-dims',
  title: 'a negative dim counts from the end',
  clauses: ['reductions.C1', 'cumsum.C1'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(fc.constantFrom(...OPS), withAxis()).chain(([op, [s, drawn]]) => {
        const dim = (drawn + s.length) % s.length;
        return whole(dtype, s).map((x) => ({
          inputs: { x },
          ops: [reduce(op, 'x', 'due', { dim }), reduce(op, 'x', 'y', { dim: dim - s.length })],
          observe: ['due', 'y'],
          statement: ({ due }) => all({ y: same(due!) }),
        }));
      }),
    ),
};
