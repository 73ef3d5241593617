import fc from 'fast-check';
import { whole } from '../../arbitraries/whole.ts';
import { pages } from '../../pages/pages.gen.ts';
import { opsWith } from '../../pages/traits.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { reduce, withAxis } from './along.ts';

const ops = opsWith('linear').filter((op) => pages[op]!.feature === 'reductions');
const means = { abs: 3e-5, why: 'eight roundings of numbers up to 60 in float32: 8 * 60 * 2^-24' };

export const linear: Law = {
  id: 'reductions/linear',
  title: 'sum, mean and cumsum of a combination are the combination of theirs',
  clauses: ['sum.C1', 'mean.C1', 'cumsum.C1'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(fc.constantFrom(...ops), withAxis(), fc.integer({ min: -9, max: 9 })).chain(([op, [s, dim], factor]) =>
        fc.record({ x: whole(dtype, s), y: whole(dtype, s) }).map((inputs) => ({
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
          statement: ({ apart }) => all({ together: same(apart!, op === 'mean' ? means : { ulp: 1 }) }),
        })),
      ),
    ),
};
