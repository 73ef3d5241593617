import fc from 'fast-check';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { alongAxis, index, plain } from './by-places.ts';
import { places, ravel, showing } from './places.ts';

/** Where shapes are alike the two ops are one. */
export const gatherPicks: Law = {
  id: 'shape/gather-picks-along-one-axis',
  title:
    'gather and take_along_dim take each element from where its index says along one axis, and from its own place on the others',
  clauses: ['gather.C1', 'gather.C2', 'take_along_dim.C1'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      fc
        .tuple(alongAxis(dtype), fc.integer({ min: 1, max: 3 }), fc.constantFrom('gather', 'take_along_dim'))
        .chain(([{ x, dim, at, n }, count, op]) => {
          const to = x.shape.with(at, count);
          return index(to, n).map((i) => ({
            inputs: { x, i: plain(i) },
            ops: [{ op, in: ['x', 'i'], with: { dim }, out: 'y' }],
            observe: ['y'],
            statement: () =>
              all({
                y: showing(
                  x,
                  to,
                  places(to, x.shape, (where) => where.with(at, i.places[ravel(where, to)]!)),
                ),
              }),
          }));
        }),
    ),
};
