import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';

/** Of whole numbers, so that the sums are exact in either order. */
export const associates: Law = {
  id: 'broadcasting/associates',
  title: 'three operands give the same shape and the same sum whichever two come together first',
  clauses: ['broadcasting.C1', 'broadcasting.C2', 'broadcasting.C3'],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      broadcastable(3, { maxRank: 4 }).chain(([a = [], b = [], c = []]) =>
        fc.record({ a: whole(dtype, a), b: whole(dtype, b), c: whole(dtype, c) }).map((inputs) => ({
          inputs,
          ops: [
            { op: 'add', in: ['a', 'b'], out: 'ab' },
            { op: 'add', in: ['ab', 'c'], out: 'left' },
            { op: 'add', in: ['b', 'c'], out: 'bc' },
            { op: 'add', in: ['a', 'bc'], out: 'right' },
          ],
          observe: ['left', 'right'],
          statement: ({ left }) => all({ right: same(left!) }),
        })),
      ),
    ),
};
