import fc from 'fast-check';
import { axis, shape } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype, wideNumeric } from '../offered.ts';
import { alongAxis, index, plain } from './by-places.ts';
import { fromFront } from './moves.ts';
import { inOrder, overwritten, places, showing } from './places.ts';

export const indexSelectPicks: Law = {
  id: 'shape/index-select-picks-slices',
  title: 'index_select gives the slices of an axis that the index names, in its order and as often as it names them',
  clauses: ['index_select.C1', 'index_select.C2'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      fc.tuple(alongAxis(dtype), fc.nat({ max: 4 })).chain(([{ x, dim, at, n }, count]) => {
        const to = x.shape.with(at, count);
        return index([count], n).map((i) => ({
          inputs: { x, i: plain(i) },
          ops: [{ op: 'index_select', in: ['x', 'i'], with: { dim }, out: 'y' }],
          observe: ['y'],
          statement: () =>
            all({
              y: showing(
                x,
                to,
                places(to, x.shape, (where) => where.with(at, i.places[where[at]!]!)),
              ),
            }),
        }));
      }),
    ),
};

export const indexFillWritesSlices: Law = {
  id: 'shape/index-fill-writes-slices',
  title:
    'index_fill writes its value to all of the slices that the index names, from the end if negative, and nowhere else',
  clauses: ['index_fill.C1'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      shape({ minRank: 1, maxRank: 3, maxSize: 3, filled: true })
        .chain((from) =>
          fc.record({
            x: whole(dtype, from),
            dim: axis(from),
            named: fc.array(fc.integer({ min: -3, max: 2 }), { maxLength: 3 }),
          }),
        )
        .map(({ x, dim, named }) => {
          const at = fromFront(dim, x.shape.length);
          const n = x.shape[at]!;
          const data = named.filter((place) => place >= -n && place < n);
          const slices = new Set(data.map((place) => (place + n) % n));
          const onAxis = places(x.shape, [n], (where) => [where[at]!]);
          const due = overwritten(
            x,
            inOrder(x.shape).filter((k) => slices.has(onAxis[k]!)),
            () => 99,
          );
          return {
            inputs: { x, i: { dtype: 'int64' as const, shape: [data.length], data } },
            ops: [{ op: 'index_fill', in: ['x', 'i', 99], with: { dim }, out: 'y' }],
            observe: ['y'],
            statement: () => all({ y: showing(due, x.shape, inOrder(x.shape)) }),
          };
        }),
    ),
};
