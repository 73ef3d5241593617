import fc from 'fast-check';
import { shape, volume } from '../../arbitraries/shape.ts';
import { nested, tensor } from '../../arbitraries/tensor.ts';
import { flatten } from '../../values/element.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { places, ravel, showing } from './places.ts';

/** Rows are drawn from few, so that many repeat. */
export const indexTensor: Law = {
  id: 'shape/index-tensor-repeats',
  title: 'an index tensor puts its own shape where its axis was, and gives a row as often as it names it',
  clauses: ['indexing.C6', 'indexing.C7', 'getitem.C2'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      fc
        .tuple(shape({ minRank: 1, maxRank: 3, maxSize: 3, filled: true }), shape({ maxRank: 2, maxSize: 3 }), fc.nat())
        .chain(([from, own, at]) => {
          const dim = at % from.length;
          const n = from[dim]!;
          const rows = fc.array(fc.nat({ max: n - 1 }), {
            minLength: volume(own),
            maxLength: volume(own),
          });
          return fc.record({ x: tensor(dtype, from, { special: true }), rows }).map(({ x, rows }) => {
            const i = { dtype: 'int64' as const, shape: own, data: nested(rows, own) };
            const to = from.toSpliced(dim, 1, ...own);
            const row = (index: readonly number[]) => flatten(i.data)[ravel(index, own)] as number;
            const at = places(to, from, (index) =>
              index.toSpliced(dim, own.length, row(index.slice(dim, dim + own.length))),
            );
            const index = [...from.slice(0, dim).map(() => ':'), { ref: 'i' }];
            return {
              inputs: { x, i },
              ops: [{ op: 'getitem', in: ['x'], with: { index }, out: 'y' }],
              observe: ['y'],
              statement: () => all({ y: showing(x, to, at) }),
            };
          });
        }),
    ),
};
