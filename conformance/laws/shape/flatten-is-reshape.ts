import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { fromFront, order, permuted } from './moves.ts';

/** Some axes: `start` not after `end`, both counted from either end. */
const stretch = (rank: number): fc.Arbitrary<{ readonly start_dim: number; readonly end_dim: number }> =>
  fc
    .tuple(fc.integer({ min: -rank, max: rank - 1 }), fc.integer({ min: -rank, max: rank - 1 }))
    .map(([a, b]) => (fromFront(a, rank) <= fromFront(b, rank) ? [a, b] : [b, a]))
    .map(([start_dim = 0, end_dim = -1]) => ({ start_dim, end_dim }));

export const flattenIsReshape: Law = {
  id: 'shape/flatten-is-reshape',
  title: 'flatten is reshape to −1, and between two axes it is −1 in their place',
  clauses: ['flatten.C1', 'flatten.C3', 'reshape.C2'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ maxRank: 4, maxSize: 3 })
        .chain((from) =>
          fc.record({
            x: tensor(dtype, from),
            dims: order(from.length),
            part: fc.option(from.length === 0 ? fc.constant({}) : stretch(from.length), { nil: undefined }),
          }),
        )
        .map(({ x, dims, part }) => {
          const moved = permuted(x.shape, dims);
          const { length } = moved.shape;
          const { start_dim = 0, end_dim = -1 } = (part ?? {}) as { start_dim?: number; end_dim?: number };
          const first = fromFront(start_dim, length);
          const last = fromFront(end_dim, length);
          const merged = moved.shape.slice(first, last + 1).reduce((product, n) => product * n, 1);
          const to = length === 0 ? [1] : moved.shape.toSpliced(first, last - first + 1, merged);
          return {
            inputs: { x },
            ops: [
              { ...moved.op, in: ['x'], out: 'moved' },
              { op: 'reshape', in: ['moved'], with: { shape: part === undefined ? [-1] : to }, out: 'due' },
              { op: 'flatten', in: ['moved'], with: part ?? {}, out: 'y' },
            ],
            observe: ['due', 'y'],
            statement: ({ due }) => all({ y: same(due!) }),
          };
        }),
    ),
};
