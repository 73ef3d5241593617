import fc from 'fast-check';
import { axis, shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { transposed } from './moves.ts';
import { inOrder, showing } from './places.ts';

export const transposeSwaps: Law = {
  id: 'shape/transpose-twice-is-identity',
  title: 'transpose swaps two axes, counted from either end, and swapping them again gives the tensor back',
  clauses: ['transpose.C1', 'transpose.C3'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ minRank: 1, maxRank: 4, maxSize: 3 }).chain((from) =>
        fc
          .record({ x: tensor(dtype, from, { special: true }), dim0: axis(from), dim1: axis(from) })
          .map(({ x, dim0, dim1 }) => {
            const once = transposed(from, dim0, dim1);
            return {
              inputs: { x },
              ops: [
                { ...once.op, in: ['x'], out: 'y' },
                { op: 'transpose', in: ['y'], with: { dim0: dim1, dim1: dim0 }, out: 'z' },
              ],
              observe: ['y', 'z'],
              statement: () => all({ y: showing(x, once.shape, once.places), z: showing(x, from, inOrder(from)) }),
            };
          }),
      ),
    ),
};
