import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { binary } from '../../pages/families.ts';
import { again } from '../again.ts';
import { all } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';

const ops = every(binary);

/** Shapes are aligned at their last axis, so the place is counted from there. */
export const sizeOneAxes: Law = {
  id: 'broadcasting/size-one-axes',
  title: 'an axis of size 1 put into both operands at one place is put into the result there',
  clauses: ['broadcasting.C1'],
  families: [ops],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      fc.tuple(ops.any, broadcastable(2, { maxRank: 4 }), fc.nat()).chain(([op, [a = [], b = []], at]) => {
        const dim = -1 - (at % (Math.min(a.length, b.length) + 1));
        return fc.record({ a: tensor(dtype, a), b: tensor(dtype, b) }).map((inputs) => ({
          inputs,
          ops: [
            { op, in: ['a', 'b'], out: 'c' },
            { op: 'unsqueeze', in: ['c'], with: { dim }, out: 'due' },
            { op: 'unsqueeze', in: ['a'], with: { dim }, out: 'A' },
            { op: 'unsqueeze', in: ['b'], with: { dim }, out: 'B' },
            { op, in: ['A', 'B'], out: 'd' },
          ],
          observe: ['due', 'd'],
          statement: ({ due }) => all({ d: again(op, due!) }),
        }));
      }),
    ),
};
