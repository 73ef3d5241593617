import fc from 'fast-check';
import { goesAlong } from '../../pages/families.ts';
import { all, same } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { wholesFor } from '../wholes.ts';
import { reduce, withAxis } from './along.ts';

const ops = every(goesAlong);

export const negativeDims: Law = {
  id: 'reductions/negative-dims',
  title: 'a negative dim counts from the end',
  clauses: ['reductions.C1', 'cumsum.C1', 'softmax.C1', 'log_softmax.C1'],
  families: [ops],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(ops.any, withAxis()).chain(([op, [s, drawn]]) => {
        const dim = (drawn + s.length) % s.length;
        return wholesFor(op, dtype, s).map((x) => ({
          inputs: { x },
          ops: [reduce(op, 'x', 'due', { dim }), reduce(op, 'x', 'y', { dim: dim - s.length })],
          observe: ['due', 'y'],
          statement: ({ due }) => all({ y: same(due!) }),
        }));
      }),
    ),
};
