import fc from 'fast-check';
import { axis, shape } from '../../arbitraries/shape.ts';
import { elementsOf, nested } from '../../arbitraries/tensor.ts';
import { unravel } from '../../compare/elements.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyNumeric } from '../offered.ts';
import { places, ravel, showing } from '../shape/places.ts';
import { ties } from './special.ts';

const drawn = fc
  .tuple(shape({ minRank: 1, maxRank: 3, maxSize: 4, filled: true }), fc.boolean())
  .chain(([of, descending]) => fc.tuple(fc.constant(of), axis(of), fc.constant(descending)));

/** NaN is the largest. */
const compare = (a: number, b: number): number =>
  a < b ? -1 : a > b ? 1 : Number(Number.isNaN(a)) - Number(Number.isNaN(b));

/** With `stable`, one order is right alone. */
export const sortedInOrder: Law = {
  id: 'reductions/sorted-in-order',
  title: 'a stable sort gives the elements of each line in order, NaN as the largest, and equal ones as they stood',
  clauses: ['sort.C1', 'sort.C2', 'sort.C3', 'sort.C4', 'argsort.C1', 'argsort.C2', 'argsort.C3', 'argsort.C4'],
  trials: (lab) =>
    anyNumeric(lab, (dtype) =>
      drawn.chain(([of, dim, descending]) =>
        ties(dtype, of).map((x) => {
          const own = elementsOf(x).map(Number);
          const at = (dim + of.length) % of.length;
          const sign = descending ? -1 : 1;
          const order = places(of, of, (where) => {
            const on = (i: number): number => own[ravel(where.with(at, i), of)]!;
            const line = Array.from({ length: of[at]! }, (_, i) => i).sort((i, j) => sign * compare(on(i), on(j)));
            return where.with(at, line[where[at]!]!);
          });
          const due = {
            dtype: 'int64',
            shape: of,
            data: nested(
              order.map((place) => unravel(place, of)[at]!),
              of,
            ),
            tolerance: 'exact',
          } as const;
          const options = { dim, stable: true, ...(descending && { descending }) };
          return {
            inputs: { x },
            ops: [
              { op: 'sort', in: ['x'], with: options, out: ['v', 'i'] },
              { op: 'argsort', in: ['x'], with: options, out: 'j' },
            ],
            observe: ['v', 'i', 'j'],
            statement: () => all({ v: showing(x, of, order), i: due, j: due }),
          };
        }),
      ),
    ),
};

/** Of equal elements it may give any: the values are told alone. */
export const topkBeginsSort: Law = {
  id: 'reductions/topk-begins-sort',
  title: 'the values of topk are the first of those that sort gives',
  clauses: ['topk.C1', 'topk.C2', 'topk.C3'],
  trials: (lab) =>
    anyNumeric(lab, (dtype) =>
      drawn.chain(([of, dim, largest]) =>
        fc.record({ x: ties(dtype, of), k: fc.nat({ max: of.at(dim)! }) }).map(({ x, k }) => ({
          inputs: { x },
          ops: [
            { op: 'sort', in: ['x'], with: { dim, descending: largest }, out: ['v', null] },
            { op: 'narrow', in: ['v'], with: { dim, start: 0, length: k }, out: 'first' },
            { op: 'topk', in: ['x'], with: { k, dim, largest }, out: ['top', null] },
          ],
          observe: ['top', 'first'],
          statement: ({ first }) => all({ top: same(first!) }),
        })),
      ),
    ),
};
