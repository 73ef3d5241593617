import fc from 'fast-check';
import { type Shape, shape, volume } from '../../arbitraries/shape.ts';
import { leaf, nested, tensor } from '../../arbitraries/tensor.ts';
import { arithmetic, both, differentiable } from '../../pages/families.ts';
import type { OpStep, TensorValue } from '../../values/case.ts';
import { all } from '../claims.ts';
import { every } from '../family.ts';
import type { Law, Trial } from '../law.ts';
import { finest, type Precision } from './precision.ts';

const ops = every(both(arithmetic, differentiable));

/** Nothing to differentiate: no elements of one, and the empty sum for the other. */
export const zeroSize: Law = {
  id: 'gradients/zero-size',
  title: 'a leaf without elements gets a gradient without elements, and what met only it gets 0',
  clauses: ['autograd.C6', 'autograd.C7', 'broadcasting.C7'],
  families: [ops],
  trials: (lab) =>
    finest(lab, (precision) =>
      fc
        .tuple(
          shape({ minRank: 1, maxRank: 3 }).map((s) => (volume(s) === 0 ? s : s.with(-1, 0))),
          ops.any,
          fc.constantFrom(...ends),
        )
        .chain(([size, op, end]) =>
          fc
            .constantFrom<Shape>([], [1])
            .chain((other) => tensor(precision.dtype, other).map((b) => trial(precision, size, op, end, b))),
        ),
    ),
};

/** From elements that are not there to one number. */
const ends: readonly (readonly OpStep[])[] = [
  [{ op: 'sum', in: ['y'], out: 's' }],
  [
    { op: 'exp', in: ['y'], out: 'e' },
    { op: 'sum', in: ['e'], out: 's' },
  ],
  [
    { op: 'reshape', in: ['y'], with: { shape: [0, 2] }, out: 'r' },
    { op: 'sum', in: ['r'], with: { dim: 0 }, out: 'p' },
    { op: 'sum', in: ['p'], out: 's' },
  ],
];

const trial = ({ dtype }: Precision, size: Shape, op: string, end: readonly OpStep[], b: TensorValue): Trial => ({
  inputs: { a: leaf({ dtype, shape: size, data: nested([], size) }), b: leaf(b) },
  ops: [{ op, in: ['a', 'b'], out: 'y' }, ...end, { op: 'backward', in: ['s'] }],
  observe: ['a.grad', 'b.grad'],
  statement: () =>
    all({
      'a.grad': { dtype, shape: size, data: nested([], size) },
      // Whether the empty sum is 0 or -0 is nobody's business.
      'b.grad': { dtype, shape: b.shape, data: nested([0], b.shape), tolerance: { rtol: 0, atol: 0 } },
    }),
});
