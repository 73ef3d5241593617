import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { leaf } from '../../arbitraries/tensor.ts';
import type { OpStep, TensorValue } from '../../values/case.ts';
import { together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { again, chain, origin } from './chain.ts';
import { movedOf } from './moved.ts';
import { drawn, small } from './operands.ts';
import { agrees, finest } from './precision.ts';
import { selectionOf } from './selection.ts';

/** A look at a tensor: a change of shape, or a selection. */
interface Look {
  readonly op: string;
  readonly with: NonNullable<OpStep['with']>;
  readonly shape: Shape;
  readonly tensors: Readonly<Record<string, TensorValue>>;
}

const lookOf = (shape: Shape): fc.Arbitrary<Look> =>
  fc.oneof(
    movedOf(shape).map((moved): Look => ({ ...moved, tensors: {} })),
    ...(shape.length === 0
      ? []
      : [
          selectionOf(shape).map(
            ({ index, shape: left, tensors }): Look => ({ op: 'getitem', with: { index }, shape: left, tensors }),
          ),
        ]),
  );

/** What shares memory and what does not are alike to the graph. */
export const throughViews: Law = {
  id: 'gradients/through-views',
  title: 'the gradient through a view is the gradient through a copy of it',
  clauses: ['autograd.C1', 'autograd.C5', 'transpose.C4', 'reshape.C5', 'getitem.C4'],
  trials: (lab) =>
    finest(lab, (precision) =>
      small(6)
        .chain((shape) => fc.record({ x: origin(precision, shape), look: lookOf(shape) }))
        .chain(({ x, look: { op, with: options, shape, tensors } }) =>
          chain(precision, { from: 'v', shape, mark: 'y' }).chain((f) =>
            drawn(precision, f.shape, { low: -2, high: 2 }).map((c): Trial => {
              const g = again(f, 'copy', '_2');
              return {
                inputs: { x: leaf(x), x2: leaf(x), ...tensors, ...f.inputs, c },
                ops: [
                  { op, in: ['x'], with: options, out: 'v' },
                  ...f.steps,
                  { op: 'backward', in: [f.out, 'c'] },
                  { op, in: ['x2'], with: options, out: 'view' },
                  { op: 'clone', in: ['view'], out: 'copy' },
                  ...g.steps,
                  { op: 'backward', in: [g.out, 'c'] },
                ],
                observe: ['x.grad', 'x2.grad'],
                statement: (seen) => together({ 'x.grad': agrees(seen['x2.grad'], precision) }),
              };
            }),
          ),
        ),
    ),
};
