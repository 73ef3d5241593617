import fc from 'fast-check';
import { axis, shape } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { element } from '../../values/decimal.ts';
import { flatten } from '../../values/element.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideNumeric } from '../offered.ts';
import { index, plain } from './by-places.ts';
import { fromFront } from './moves.ts';
import { places } from './places.ts';

/** By an index of slices, stretched over the slices. */
export const addsAtPlaces: Law = {
  id: 'shape/adds-at-places',
  title: 'index_add, and scatter_add by its index stretched, add each slice of the source to the slice that is named',
  clauses: ['index_add.C1', 'index_add.C2', 'scatter_add.C1', 'scatter_add.C2'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      shape({ minRank: 1, maxRank: 3, maxSize: 3, filled: true })
        .chain((from) => fc.record({ x: whole(dtype, from), dim: axis(from), count: fc.integer({ min: 1, max: 4 }) }))
        .chain(({ x, dim, count }) => {
          const at = fromFront(dim, x.shape.length);
          const of = x.shape.with(at, count);
          return fc.record({ s: whole(dtype, of), i: index([count], x.shape[at]!) }).map(({ s, i }) => {
            const sums = flatten(x.data).map(Number);
            const to = places(of, x.shape, (where) => where.with(at, i.places[where[at]!]!));
            for (const [k, value] of flatten(s.data).entries()) sums[to[k]!]! += Number(value);
            const column = x.shape.map((_, k) => (k === at ? count : 1));
            const due = {
              dtype,
              shape: x.shape,
              data: nested(
                sums.map((sum) => element(dtype === 'int64' ? BigInt(sum) : sum, dtype)),
                x.shape,
              ),
              tolerance: 'exact',
            } as const;
            return {
              inputs: { x, s, i: plain(i) },
              ops: [
                { op: 'index_add', in: ['x', 'i', 's'], with: { dim }, out: 'y' },
                { op: 'reshape', in: ['i'], with: { shape: column }, out: 'c' },
                { op: 'expand', in: ['c'], with: { size: of }, out: 'j' },
                { op: 'scatter_add', in: ['x', 'j', 's'], with: { dim }, out: 'z' },
              ],
              observe: ['y', 'z'],
              statement: () => all({ y: due, z: due }),
            };
          });
        }),
    ),
};
