import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { binary } from '../../pages/families.ts';
import { again } from '../again.ts';
import { all } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { joint } from './reading.ts';

const HIGHEST_RANK = 5;

const ops = every(binary);

export const leadingAxes: Law = {
  id: 'broadcasting/leading-axes',
  title: 'up to rank 5, an axis that is absent in front is one of size 1',
  clauses: ['broadcasting.C3'],
  families: [ops],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      fc
        .tuple(ops.any, broadcastable(2, { maxSize: 3 }), fc.nat({ max: HIGHEST_RANK }))
        .chain(([op, [a = [], b = []], rank]) => {
          const longer = [...new Array<number>(Math.max(0, rank - a.length)).fill(1), ...a];
          return fc.record({ a: tensor(dtype, a), b: tensor(dtype, b) }).map((inputs) => ({
            inputs,
            ops: [
              { op, in: ['a', 'b'], out: 'c' },
              { op: 'reshape', in: ['c'], with: { shape: [...joint(longer, b)] }, out: 'due' },
              { op: 'reshape', in: ['a'], with: { shape: longer }, out: 'longer' },
              { op, in: ['longer', 'b'], out: 'd' },
              { op, in: ['b', 'longer'], out: 'e' },
              { op, in: ['b', 'a'], out: 'f' },
              { op: 'reshape', in: ['f'], with: { shape: [...joint(longer, b)] }, out: 'other' },
            ],
            observe: ['due', 'd', 'other', 'e'],
            statement: ({ due, other }) => all({ d: again(op, due!), e: again(op, other!) }),
          }));
        }),
    ),
};
