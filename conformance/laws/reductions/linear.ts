import fc from 'fast-check';
import { both, goesAlong, linear as isLinear } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import { all, same } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { wholesFor } from '../wholes.ts';
import { reduce, withAxis } from './along.ts';

const means = { abs: 3e-5, why: 'eight roundings of numbers up to 60 in float32: 8 * 60 * 2^-24' };

const ops = every(both(goesAlong, isLinear));

export const linear: Law = {
  id: 'reductions/linear',
  title: 'the sum, mean or running sum of a combination is the combination of theirs',
  clauses: ['sum.C1', 'mean.C1', 'cumsum.C1'],
  families: [ops],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(ops.any, withAxis(), fc.integer({ min: -9, max: 9 })).chain(([op, [s, dim], factor]) =>
        fc.record({ x: wholesFor(op, dtype, s), y: wholesFor(op, dtype, s) }).map((inputs) => ({
          inputs,
          ops: [
            { op: 'mul', in: ['x', factor], out: 'ax' },
            { op: 'add', in: ['ax', 'y'], out: 'z' },
            reduce(op, 'z', 'together', { dim }),
            reduce(op, 'x', 'fx', { dim }),
            reduce(op, 'y', 'fy', { dim }),
            { op: 'mul', in: ['fx', factor], out: 'afx' },
            { op: 'add', in: ['afx', 'fy'], out: 'apart' },
          ],
          observe: ['together', 'apart'],
          // A −0 from the factor 0 is no other sum.
          statement: ({ apart }) =>
            all({ together: same(apart!, pages[op]!.dtype === 'floating' ? means : { ulp: 1 }) }),
        })),
      ),
    ),
};
