import fc from 'fast-check';
import { shape, volume } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { move } from './moves.ts';
import { showing } from './places.ts';

export const contiguousKeeps: Law = {
  id: 'shape/contiguous-keeps-values',
  title: 'contiguous gives the same elements at the same indices, and says that it is contiguous',
  clauses: ['contiguous.C1', 'contiguous.C2', 'is_contiguous.C1', 'is_contiguous.C3'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ maxRank: 4, maxSize: 3 })
        .filter((from) => volume(from) > 0)
        .chain((from) => fc.record({ x: tensor(dtype, from, { special: true }), moved: move(from) }))
        .map(({ x, moved }) => ({
          inputs: { x },
          ops: [
            { ...moved.op, in: ['x'], out: 'y' },
            { op: 'contiguous', in: ['y'], out: 'z' },
            { op: 'is_contiguous', in: ['z'], out: 'says' },
          ],
          observe: ['y', 'z', 'says'],
          statement: () => {
            const due = showing(x, moved.shape, moved.places);
            return all({ y: due, z: due, says: { value: true } });
          },
        })),
    ),
};
