import { tensor } from '../../arbitraries/tensor.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { type Reduction, someAxes } from './along.ts';
import { gradientOf } from './gradient.ts';

/** PyTorch's norm takes up to two axes in a list. */
const isShort = ({ options: { dim } }: Reduction): boolean => !Array.isArray(dim) || dim.length <= 2;

/** x̄ = g · x / ‖x‖, away from 0, where it is a convention. A root, a quotient and a product round. */
export const normGradient: Law = {
  id: 'reductions/norm-gradient',
  title: 'the gradient of the 2-norm is the unit vector, times the cotangent',
  clauses: ['norm.C7', 'norm.C3', 'reductions.C8'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      someAxes.filter(isShort).chain((reduction) =>
        tensor(dtype, reduction.shape, { avoid: [0] }).chain((x) =>
          gradientOf('norm', reduction, x, (x, g) => x.map((v) => (g * v) / Math.hypot(...x)), {
            rtol: 1e-5,
            atol: 1e-7,
          }),
        ),
      ),
    ),
};
