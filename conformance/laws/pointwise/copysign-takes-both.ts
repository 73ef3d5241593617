import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';

/** The result has the sign of the second, that of a zero included, and without it the size of the first: so does that of its size. */
export const copysignTakesBoth: Law = {
  id: 'pointwise/copysign-takes-both',
  title: 'what is made of the size alone is the same, and with a 1 in its place the sign is seen',
  clauses: ['copysign.C2'],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      broadcastable().chain(([a = [], b = []]) =>
        fc.record({ x: tensor(dtype, a, { special: true }), y: tensor(dtype, b) }).map((inputs) => ({
          inputs,
          ops: [
            { op: 'copysign', in: ['x', 'y'], out: 'z' },
            { op: 'abs', in: ['x'], out: 'size' },
            { op: 'ones_like', in: ['x'], out: 'one' },
            { op: 'copysign', in: ['one', 'y'], out: 'sign' },
            { op: 'mul', in: ['size', 'sign'], out: 'w' },
          ],
          observe: ['z', 'w'],
          statement: ({ w }) => all({ z: same(w!) }),
        })),
      ),
    ),
};
