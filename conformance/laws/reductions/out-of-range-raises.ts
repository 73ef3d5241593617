import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { goesAlong } from '../../pages/families.ts';
import { raises } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { wholesFor } from '../wholes.ts';
import { optionsFor, reduce } from './along.ts';

const ops = every(goesAlong);

/** The first op is the control: with the nearest axis that there is, it does not raise. */
export const outOfRangeRaises: Law = {
  id: 'reductions/out-of-range-raises',
  title: 'an axis that the tensor does not have raises, counted from either end',
  clauses: ['reductions.C4', 'reductions.C5', 'cumsum.C4', 'norm.C3', 'softmax.C1', 'log_softmax.C1'],
  families: [ops],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .tuple(ops.any, shape({ maxRank: 4, maxSize: 3, filled: true }), fc.boolean(), fc.nat({ max: 2 }))
        .chain(([op, s, negative, beyond]) => {
          const axes = Math.max(1, s.length);
          const [near, far] = negative ? [-axes, -axes - 1 - beyond] : [axes - 1, axes + beyond];
          // Whether a 0-d tensor takes an axis at all is another law.
          const control = optionsFor(op, s.length > 0 ? { dim: near } : {});
          return wholesFor(op, dtype, s).map((x) => ({
            inputs: { x },
            ops: [reduce(op, 'x', 'control', control), reduce(op, 'x', 'y', { dim: far })],
            observe: [],
            statement: () => raises('index_out_of_range', 1),
          }));
        }),
    ),
};
