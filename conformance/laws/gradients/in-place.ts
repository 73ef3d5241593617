import fc from 'fast-check';
import { leaf } from '../../arbitraries/tensor.ts';
import { binary, both, differentiable } from '../../pages/families.ts';
import { together } from '../claims.ts';
import { everyInPlace, outOfPlace } from '../family.ts';
import type { Law, Trial } from '../law.ts';
import { again, chain, origin } from './chain.ts';
import { drawn, small } from './operands.ts';
import { agrees, finest } from './precision.ts';
import { fitting } from './selection.ts';

const ops = everyInPlace(both(binary, differentiable));

/** On a value that no gradient has saved: `add` saves nothing. */
export const inPlace: Law = {
  id: 'gradients/in-place',
  title: 'writing in place to a value on the way gives the gradients of the op that makes a new one',
  clauses: ['autograd.C12', 'autograd.C13', 'views.C7'],
  families: [ops],
  trials: (lab) =>
    finest(lab, (precision) =>
      small()
        .chain((shape) => fc.tuple(fc.constant(shape), fitting({ shape, index: [], tensors: {} })))
        .chain(([shape, other]) =>
          chain(precision, { from: 'z', shape, mark: 'y' }).chain((f) =>
            fc
              .record({
                op: ops.any,
                x: origin(precision, shape),
                w: drawn(precision, other, { low: 1, high: 4 }),
                c: drawn(precision, f.shape, { low: -2, high: 2 }),
              })
              .map(({ op, x, w, c }): Trial => {
                const g = again(f, 'z2', '_2');
                return {
                  inputs: { x: leaf(x), x2: leaf(x), w: leaf(w), w2: leaf(w), ...f.inputs, c },
                  ops: [
                    { op: 'add', in: ['x', 1], out: 'z' },
                    { op, in: ['z', 'w'] },
                    ...f.steps,
                    { op: 'backward', in: [f.out, 'c'] },
                    { op: 'add', in: ['x2', 1], out: 'before' },
                    { op: outOfPlace(op), in: ['before', 'w2'], out: 'z2' },
                    ...g.steps,
                    { op: 'backward', in: [g.out, 'c'] },
                  ],
                  observe: ['x.grad', 'w.grad', 'x2.grad', 'w2.grad'],
                  statement: (seen) =>
                    together({
                      'x.grad': agrees(seen['x2.grad'], precision),
                      'w.grad': agrees(seen['w2.grad'], precision),
                    }),
                };
              }),
          ),
        ),
    ),
};
