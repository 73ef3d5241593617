import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { joint, reading } from '../broadcasting/reading.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { showing } from './places.ts';

export const expandRepeats: Law = {
  id: 'shape/expand-repeats',
  title: 'expand shows the one element of an axis of size 1 at every index, new axes in front, and −1 keeps a size',
  clauses: ['expand.C1', 'broadcasting.C2'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      broadcastable(2, { maxRank: 4, maxSize: 3 }).chain(([from = [], other = []]) => {
        const to = joint(from, other);
        const added = to.length - from.length;
        return fc
          .record({
            x: tensor(dtype, from, { special: true }),
            kept: fc.array(fc.boolean(), { minLength: to.length, maxLength: to.length }),
          })
          .map(({ x, kept }) => ({
            inputs: { x },
            ops: [
              {
                op: 'expand',
                in: ['x'],
                with: { size: to.map((n, k) => (kept[k] && k >= added && from[k - added] === n ? -1 : n)) },
                out: 'y',
              },
            ],
            observe: ['y'],
            statement: () => all({ y: showing(x, to, reading(from, to)) }),
          }));
      }),
    ),
};
