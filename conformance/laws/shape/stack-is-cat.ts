import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';

export const stackIsCat: Law = {
  id: 'shape/stack-is-cat-of-unsqueezed',
  title: 'stack is cat of the tensors with a new axis of size 1 where it joins them',
  clauses: ['stack.C1', 'cat.C1', 'unsqueeze.C1'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ maxRank: 3, maxSize: 3 }).chain((from) =>
        fc
          .record({
            dim: fc.integer({ min: -from.length - 1, max: from.length }),
            inputs: fc.record({
              a: tensor(dtype, from, { special: true }),
              b: tensor(dtype, from, { special: true }),
            }),
          })
          .map(({ dim, inputs }) => ({
            inputs,
            ops: [
              { op: 'unsqueeze', in: ['a'], with: { dim }, out: 'A' },
              { op: 'unsqueeze', in: ['b'], with: { dim }, out: 'B' },
              { op: 'cat', in: [['A', 'B', 'A']], with: { dim }, out: 'due' },
              { op: 'stack', in: [['a', 'b', 'a']], with: { dim }, out: 'y' },
            ],
            observe: ['due', 'y'],
            statement: ({ due }) => all({ y: same(due!) }),
          })),
      ),
    ),
};
