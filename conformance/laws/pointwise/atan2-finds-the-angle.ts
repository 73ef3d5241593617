import { tensor } from '../../arbitraries/tensor.ts';
import { all, numbers, tensorOf, valued } from '../claims.ts';
import { small } from '../gradients/operands.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';

/** Of (sin φ, cos φ), however far off, it is φ: in all four quadrants, short of half a turn. */
export const atan2FindsTheAngle: Law = {
  id: 'pointwise/atan2-finds-the-angle',
  title: 'of the sine and the cosine of an angle, both by one factor, it is the angle',
  clauses: ['atan2.C2'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      small(12).chain((shape) =>
        tensor(dtype, shape, { low: -3, high: 3, avoid: [0] }).map((angle) => ({
          inputs: { angle },
          ops: [
            { op: 'sin', in: ['angle'], out: 's' },
            { op: 'cos', in: ['angle'], out: 'c' },
            { op: 'mul', in: ['s', 8], out: 'y' },
            { op: 'mul', in: ['c', 8], out: 'x' },
            { op: 'mul', in: ['angle', 1], out: 'due' },
            { op: 'atan2', in: ['y', 'x'], out: 'z' },
          ],
          observe: ['due', 'z'],
          statement: ({ due }) => {
            const seen = tensorOf(due);
            if (seen === undefined) return undefined;
            const near = dtype === 'float32' ? 3e-6 : 1e-14;
            return all({ z: valued(seen, numbers(seen), { rtol: near, atol: near }) });
          },
        })),
      ),
    ),
};
