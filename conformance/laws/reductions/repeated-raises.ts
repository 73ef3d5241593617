import fc from 'fast-check';
import { takesSeveralAxes } from '../../pages/families.ts';
import { raises } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { wholesFor } from '../wholes.ts';
import { reduce, withAxis } from './along.ts';

const ops = every(takesSeveralAxes);

/** The first op is the control: the axis alone, in a list. */
export const repeatedRaises: Law = {
  id: 'reductions/repeated-raises',
  title: 'an axis that is named twice raises, also if once from the front and once from the end',
  clauses: ['reductions.C4', 'norm.C3'],
  families: [ops],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(ops.any, withAxis({ filled: true }), fc.boolean()).chain(([op, [s, dim], alike]) => {
        const other = dim < 0 ? dim + s.length : dim - s.length;
        return wholesFor(op, dtype, s).map((x) => ({
          inputs: { x },
          ops: [reduce(op, 'x', 'control', { dim: [dim] }), reduce(op, 'x', 'y', { dim: [dim, alike ? dim : other] })],
          observe: [],
          statement: () => raises('invalid_argument', 1),
        }));
      }),
    ),
};
