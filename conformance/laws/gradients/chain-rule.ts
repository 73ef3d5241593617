import fc from 'fast-check';
import { leaf } from '../../arbitraries/tensor.ts';
import { together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { again, chain, origin } from './chain.ts';
import { drawn, small } from './operands.ts';
import { agrees, finest } from './precision.ts';

/** Cut anywhere: the gradient at the cut is the cotangent of what is before it. */
export const chainRule: Law = {
  id: 'gradients/chain-rule',
  title: 'the gradient of a composition is that of the inner part, with that of the outer part as its cotangent',
  clauses: ['autograd.C1', 'backward.C2', 'detach.C1'],
  trials: (lab) =>
    finest(lab, (precision) =>
      small()
        .chain((shape) => chain(precision, { from: 'x', shape, mark: 'y' }).map((inner) => ({ shape, inner })))
        .chain(({ shape, inner }) =>
          chain(precision, { from: inner.out, shape: inner.shape, mark: 'z' }).chain((outer) =>
            fc
              .record({ x: origin(precision, shape), c: drawn(precision, outer.shape, { low: -2, high: 2 }) })
              .map(({ x, c }): Trial => {
                const first = again(inner, 'x2', '_2');
                const second = again(outer, 'cut', '_2');
                return {
                  inputs: { x: leaf(x), x2: leaf(x), ...inner.inputs, ...outer.inputs, c },
                  ops: [
                    ...inner.steps,
                    ...outer.steps,
                    { op: 'backward', in: [outer.out, 'c'] },
                    ...first.steps,
                    { op: 'detach', in: [first.out], out: 'cut' },
                    { op: 'requires_grad_', in: ['cut'] },
                    ...second.steps,
                    { op: 'backward', in: [second.out, 'c'] },
                    { op: 'backward', in: [first.out, 'cut.grad'] },
                  ],
                  observe: ['x.grad', 'x2.grad'],
                  statement: (seen) => together({ 'x2.grad': agrees(seen['x.grad'], precision) }),
                };
              }),
          ),
        ),
    ),
};
