import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { axesOf, reduce } from './along.ts';
import { setsOf } from './sets.ts';

const ofNone: Readonly<Record<string, number | 'NaN'>> = { sum: 0, mean: 'NaN', var: 'NaN', std: 'NaN', norm: 0 };

/** PyTorch's norm takes no longer list. */
const MOST = 2;

export const ofNothing: Law = {
  id: 'reductions/of-nothing',
  title: 'reducing an axis of size 0 gives 0 or NaN for each remaining index, reducing others no elements',
  clauses: ['reductions.C6', 'sum.C4', 'mean.C3', 'var.C3', 'norm.C4'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .tuple(fc.constantFrom(...Object.keys(ofNone)), shape({ minRank: 1, maxRank: 4, filled: true }), fc.nat())
        .chain(([op, filled, at]) => {
          const s = filled.with(at % filled.length, 0);
          return fc.tuple(axesOf(s, MOST), fc.boolean()).map(([dims, keepdim]) => {
            const { shape: left, members } = setsOf(s, dims, keepdim);
            const data = nested(
              members.map(() => ofNone[op]!),
              left,
            );
            return {
              inputs: { x: { dtype, shape: s, data: nested([], s) } },
              ops: [reduce(op, 'x', 'y', { dim: [...dims], ...(keepdim ? { keepdim } : {}) })],
              observe: ['y'],
              statement: () => all({ y: { dtype, shape: left, data, tolerance: 'exact' } }),
            };
          });
        }),
    ),
};
