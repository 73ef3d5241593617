import fc from 'fast-check';
import { axis, shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { fromFront } from './moves.ts';
import { places, showing } from './places.ts';

/** By a number: a tensor of numbers many libraries do not take, and cases ask for it. */
export const repeatInterleavePicks: Law = {
  id: 'shape/repeat-interleave-shows-each-in-a-row',
  title:
    'repeat_interleave shows each element so many times in a row along its axis, or of all elements in the order of rows',
  clauses: ['repeat_interleave.C1', 'repeat_interleave.C3'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ minRank: 1, maxRank: 3, maxSize: 3, filled: true })
        .chain((from) =>
          fc.record({
            x: tensor(dtype, from, { special: true }),
            dim: fc.option(axis(from), { nil: undefined }),
            times: fc.integer({ min: 1, max: 3 }),
          }),
        )
        .map(({ x, dim, times }) => {
          const from = dim === undefined ? [x.shape.reduce((n, size) => n * size, 1)] : x.shape;
          const at = fromFront(dim ?? 0, from.length);
          const to = from.with(at, from[at]! * times);
          return {
            inputs: { x },
            ops: [{ op: 'repeat_interleave', in: ['x', times], ...(dim !== undefined && { with: { dim } }), out: 'y' }],
            observe: ['y'],
            statement: () =>
              all({
                y: showing(
                  x,
                  to,
                  places(to, from, (index) => index.with(at, Math.floor(index[at]! / times))),
                ),
              }),
          };
        }),
    ),
};
