import { leaf } from '../../arbitraries/tensor.ts';
import { together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { again, chain, origin } from './chain.ts';
import { small } from './operands.ts';
import { agrees, finest } from './precision.ts';

/** The two ways to ask for the gradient of all elements. */
export const cotangentOfOnes: Law = {
  id: 'gradients/cotangent-of-ones',
  title: 'a cotangent of ones gives what the sum gives without one',
  clauses: ['backward.C1', 'backward.C2', 'sum.C5'],
  trials: (lab) =>
    finest(lab, (precision) =>
      small().chain((shape) =>
        chain(precision, { from: 'x', shape, mark: 'y' }).chain((f) =>
          origin(precision, shape).map((x): Trial => {
            const g = again(f, 'x2', '_2');
            return {
              inputs: { x: leaf(x), x2: leaf(x), ...f.inputs },
              ops: [
                ...f.steps,
                { op: 'ones_like', in: [f.out], out: 'ones' },
                { op: 'backward', in: [f.out, 'ones'] },
                ...g.steps,
                { op: 'sum', in: [g.out], out: 'total' },
                { op: 'backward', in: ['total'] },
              ],
              observe: ['x.grad', 'x2.grad'],
              statement: (seen) => together({ 'x2.grad': agrees(seen['x.grad'], precision) }),
            };
          }),
        ),
      ),
    ),
};
