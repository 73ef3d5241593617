import fc from 'fast-check';
import { type Shape, shape } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import { element } from '../../values/decimal.ts';
import { stretched } from '../broadcasting/reading.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyNumeric } from '../offered.ts';
import { inOrder, overwritten, showing } from './places.ts';
import { selection } from './selection.ts';

/** A shape that broadcasts to what is selected: axes made 1, or absent in front. */
const fitting = (to: Shape): fc.Arbitrary<Shape> =>
  fc
    .tuple(fc.nat({ max: to.length }), fc.array(fc.boolean(), { minLength: to.length, maxLength: to.length }))
    .map(([drop, ones]) => to.map((n, k) => (ones[k] ? 1 : n)).slice(drop));

export const setitemWritesThere: Law = {
  id: 'shape/setitem-writes-exactly-there',
  title: 'setitem writes the value, stretched to the selection, where the index selects, and leaves the rest',
  clauses: ['setitem.C1', 'setitem.C2', 'indexing.C2'],
  trials: (lab) =>
    anyNumeric(lab, (dtype) =>
      shape({ maxRank: 3, maxSize: 4 })
        .chain((from) => fc.record({ x: whole(dtype, from), target: selection(from) }))
        .chain(({ x, target }) =>
          fitting(target.shape)
            .chain((to) => whole(dtype, to, { low: 10, high: 20 }))
            .map((value) => {
              const due = stretched(value, target.shape);
              const after = overwritten(x, target.places, (k) => element(due[k]!, dtype));
              return {
                inputs: { x, value },
                ops: [{ op: 'setitem', in: ['x', 'value'], with: { index: target.index } }],
                observe: ['x'],
                statement: () => all({ x: showing(after, x.shape, inOrder(x.shape)) }),
              };
            }),
        ),
    ),
};
