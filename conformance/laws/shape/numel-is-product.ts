import fc from 'fast-check';
import { shape, volume } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { move } from './moves.ts';

export const numelIsProduct: Law = {
  id: 'shape/numel-is-product-of-shape',
  title: 'shape has a size for each axis, ndim counts them and numel is their product, of views too',
  clauses: ['numel.C1', 'shape.C1', 'shape.C2', 'ndim.C1'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ maxRank: 4, maxSize: 3 })
        .chain((from) => fc.record({ x: tensor(dtype, from), moved: move(from) }))
        .map(({ x, moved }) => ({
          inputs: { x },
          ops: [
            { ...moved.op, in: ['x'], out: 'y' },
            { op: 'shape', in: ['y'], out: 'sizes' },
            { op: 'ndim', in: ['y'], out: 'rank' },
            { op: 'numel', in: ['y'], out: 'count' },
          ],
          observe: ['sizes', 'rank', 'count'],
          statement: () =>
            all({
              sizes: { value: moved.shape },
              rank: { value: moved.shape.length },
              count: { value: volume(moved.shape) },
            }),
        })),
    ),
};
