import fc from 'fast-check';
import { shape, volume } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyNumeric } from '../offered.ts';
import { move } from './moves.ts';
import { inOrder, overwritten, showing } from './places.ts';
import { selection } from './selection.ts';

const WRITTEN = 99;

export const viewSeesWrites: Law = {
  id: 'shape/view-sees-writes-to-base',
  title: 'a view, and a view of it, see what is later written to the tensor, and a clone does not',
  clauses: ['views.C1', 'views.C2', 'views.C4', 'getitem.C1', 'clone.C1'],
  trials: (lab) =>
    anyNumeric(lab, (dtype) =>
      shape({ maxRank: 3, maxSize: 3 })
        .chain((from) => fc.record({ x: whole(dtype, from), first: move(from), target: selection(from) }))
        .chain(({ x, first, target }) =>
          move(first.shape).map((second) => {
            const after = overwritten(x, target.places, () => WRITTEN);
            return {
              inputs: { x },
              ops: [
                { ...first.op, in: ['x'], out: 'v' },
                { ...second.op, in: ['v'], out: 'w' },
                { op: 'clone', in: ['v'], out: 'copy' },
                { op: 'setitem', in: ['x', WRITTEN], with: { index: target.index } },
              ],
              observe: ['x', 'v', 'w', 'copy'],
              statement: () =>
                all({
                  x: showing(after, x.shape, inOrder(x.shape)),
                  v: showing(after, first.shape, first.places),
                  w: showing(
                    after,
                    second.shape,
                    second.places.map((place) => first.places[place]!),
                  ),
                  copy: showing(x, first.shape, first.places),
                }),
            };
          }),
        )
        .filter(({ inputs }) => volume(inputs.x.shape) > 0),
    ),
};
