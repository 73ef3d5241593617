import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';

/** One entry for each of the first axes, written twice: from the front, and from the end. */
const pair = (n: number): fc.Arbitrary<readonly [number | string, number | string]> =>
  fc.oneof(
    fc.nat({ max: n - 1 }).map((i) => [i, i - n] as const),
    fc
      .tuple(fc.nat({ max: n - 1 }), fc.nat({ max: n - 1 }))
      .map(([i, j]) => [`${i}:${j}`, `${i - n}:${j - n}`] as const),
  );

export const negativeIndex: Law = {
  id: 'shape/negative-index-counts-from-end',
  title: 'an index −k is n − k, as an integer, as an end of a slice and in an index tensor',
  clauses: ['indexing.C1', 'indexing.C2', 'indexing.C6'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ minRank: 1, maxRank: 3, maxSize: 4, filled: true }).chain((from) =>
        fc
          .record({
            x: tensor(dtype, from),
            entries: fc.tuple(...from.map(pair)),
            depth: fc.integer({ min: 1, max: from.length }),
            rows: fc.array(fc.nat({ max: from[0]! - 1 }), { minLength: 1, maxLength: 3 }),
          })
          .map(({ x, entries, depth, rows }) => {
            const list = entries.slice(0, depth);
            const index = (data: readonly number[]) => ({ dtype: 'int64' as const, shape: [data.length], data });
            const step = (entry: readonly (number | string | { ref: string })[], out: string) => ({
              op: 'getitem',
              in: ['x'],
              with: { index: entry },
              out,
            });
            return {
              inputs: { x, i: index(rows), j: index(rows.map((row) => row - from[0]!)) },
              ops: [
                step(
                  list.map(([front]) => front),
                  'due',
                ),
                step(
                  list.map(([, back]) => back),
                  'y',
                ),
                step([{ ref: 'i' }], 'picked'),
                step([{ ref: 'j' }], 'z'),
              ],
              observe: ['due', 'y', 'picked', 'z'],
              statement: ({ due, picked }) => all({ y: same(due!), z: same(picked!) }),
            };
          }),
      ),
    ),
};
