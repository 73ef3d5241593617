import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import { flatten } from '../../values/element.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyNumeric } from '../offered.ts';
import { move } from './moves.ts';
import { inOrder, overwritten, showing } from './places.ts';

export const writesThroughView: Law = {
  id: 'shape/writes-through-view',
  title: 'what is written to a view stands in the tensor where the view shows it, and nowhere else',
  clauses: ['views.C1', 'views.C3', 'copy_.C3'],
  trials: (lab) =>
    anyNumeric(lab, (dtype) =>
      shape({ maxRank: 3, maxSize: 3 })
        .chain((from) => fc.record({ x: whole(dtype, from), moved: move(from) }))
        .chain(({ x, moved }) =>
          whole(dtype, moved.shape, { low: 10, high: 20 }).map((value) => {
            const written = flatten(value.data);
            const after = overwritten(x, moved.places, (k) => written[k]!);
            return {
              inputs: { x, value },
              ops: [
                { ...moved.op, in: ['x'], out: 'v' },
                { op: 'copy_', in: ['v', 'value'] },
              ],
              observe: ['x', 'v'],
              statement: () =>
                all({
                  x: showing(after, x.shape, inOrder(x.shape)),
                  v: showing(value, value.shape, inOrder(value.shape)),
                }),
            };
          }),
        ),
    ),
};
