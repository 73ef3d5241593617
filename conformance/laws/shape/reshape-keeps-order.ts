import fc from 'fast-check';
import { type Shape, shape, volume } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { ofVolume } from './factors.ts';
import { move } from './moves.ts';
import { showing } from './places.ts';

const SMALL = { maxRank: 4, maxSize: 3 };

/** The tensor is often one whose memory is in another order, or has gaps. */
export const reshapeKeepsOrder: Law = {
  id: 'shape/reshape-keeps-order',
  title: 'reshape keeps the elements in row-major order of their indices, whatever the strides',
  clauses: ['reshape.C1', 'reshape.C2', 'views.C6'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape(SMALL)
        .chain((from) => fc.record({ x: tensor(dtype, from, { special: true }), moved: move(from) }))
        .chain(({ x, moved }) =>
          ofVolume(volume(moved.shape)).map((to: Shape) => ({
            inputs: { x },
            ops: [
              { ...moved.op, in: ['x'], out: 'y' },
              { op: 'reshape', in: ['y'], with: { shape: to }, out: 'z' },
            ],
            observe: ['z'],
            statement: () => all({ z: showing(x, to, moved.places) }),
          })),
        ),
    ),
};
