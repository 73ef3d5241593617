import fc from 'fast-check';
import { leaf } from '../../arbitraries/tensor.ts';
import { numbers, together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { again, chain, origin } from './chain.ts';
import { small } from './operands.ts';
import { finest, near } from './precision.ts';

/** However small or large: nothing on the way clips, and nothing underflows. */
export const scaledLoss: Law = {
  id: 'gradients/scaled-loss',
  title: 'scaling the loss scales the gradient',
  clauses: ['mul.C5', 'autograd.C8'],
  trials: (lab) =>
    finest(lab, (precision) =>
      fc.tuple(small(), fc.constantFrom(2, -1, 0.25, 1024, 2 ** -20, 3)).chain(([shape, factor]) =>
        chain(precision, { from: 'x', shape, mark: 'y' }).chain((f) =>
          origin(precision, shape).map((x): Trial => {
            const g = again(f, 'x2', '_2');
            return {
              inputs: { x: leaf(x), x2: leaf(x), ...f.inputs },
              ops: [
                ...f.steps,
                { op: 'sum', in: [f.out], out: 'loss' },
                { op: 'backward', in: ['loss'] },
                ...g.steps,
                { op: 'sum', in: [g.out], out: 'plain' },
                { op: 'mul', in: ['plain', factor], out: 'scaled' },
                { op: 'backward', in: ['scaled'] },
              ],
              observe: ['x.grad', 'x2.grad'],
              statement: (seen) => {
                const expected = numbers(seen['x.grad']).map((value) => value * factor);
                return together({ 'x2.grad': near(seen['x2.grad'], expected, precision) });
              },
            };
          }),
        ),
      ),
    ),
};
