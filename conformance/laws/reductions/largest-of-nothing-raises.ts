import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { both, chooses, reduces } from '../../pages/families.ts';
import { raises } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideNumeric } from '../offered.ts';
import { reduce } from './along.ts';

const ops = every(both(reduces, chooses));

/** The first op is the control: with one element on that axis there is a largest. */
export const largestOfNothingRaises: Law = {
  id: 'reductions/largest-of-nothing-raises',
  title: 'no elements have no largest and no smallest, and no place of them',
  clauses: ['max.C4', 'min.C4', 'argmax.C4', 'argmin.C4'],
  families: [ops],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc
        .tuple(ops.any, shape({ minRank: 1, maxRank: 4, filled: true }), fc.nat(), fc.boolean())
        .chain(([op, filled, at, everything]) => {
          const dim = at % filled.length;
          const s = filled.with(dim, 0);
          return whole(dtype, filled.with(dim, 1)).map((one) => ({
            inputs: { one, x: { dtype, shape: s, data: nested([], s) } },
            ops: [
              reduce(op, 'one', 'control', everything ? {} : { dim }),
              reduce(op, 'x', 'y', everything ? {} : { dim }),
            ],
            observe: [],
            statement: () => raises('invalid_argument', 1),
          }));
        }),
    ),
};
