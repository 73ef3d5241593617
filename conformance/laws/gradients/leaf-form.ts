import fc from 'fast-check';
import { broadcastable } from '../../arbitraries/shape.ts';
import { leaf, tensor } from '../../arbitraries/tensor.ts';
import { arithmetic, both, differentiable } from '../../pages/families.ts';
import type { Expectation, TensorValue } from '../../values/case.ts';
import { all } from '../claims.ts';
import { every } from '../family.ts';
import type { Law, Trial } from '../law.ts';

const ops = every(both(arithmetic, differentiable));

/** Stretched and promoted operands: the form alone, of whatever dtypes and shapes. */
export const leafForm: Law = {
  id: 'gradients/leaf-form',
  title: 'a gradient has the shape and the dtype of its leaf',
  clauses: ['autograd.C6', 'broadcasting.C7', 'dtypes.C5'],
  families: [ops],
  trials: ({ floats }) =>
    floats.length === 0
      ? { lacks: 'a floating dtype' }
      : fc
          .tuple(
            ops.any,
            fc.constantFrom(...floats),
            fc.constantFrom(...floats),
            broadcastable(2, { maxRank: 3, maxSize: 2 }),
          )
          // On a CPU, PyTorch 1 has no logarithm of float16 for the gradient of a power.
          .filter(([op, p, q]) => op !== 'pow' || (p !== 'float16' && q !== 'float16'))
          .chain(([op, p, q, [a = [], b = []]]) =>
            fc.record({ a: tensor(p, a), b: tensor(q, b, { low: 1, high: 4 }) }).map(
              (inputs): Trial => ({
                inputs: { a: leaf(inputs.a), b: leaf(inputs.b) },
                ops: [
                  { op, in: ['a', 'b'], out: 'y' },
                  { op: 'ones_like', in: ['y'], out: 'c' },
                  { op: 'backward', in: ['y', 'c'] },
                ],
                observe: ['a.grad', 'b.grad'],
                statement: () => all({ 'a.grad': formOf(inputs.a), 'b.grad': formOf(inputs.b) }),
              }),
            ),
          ),
};

const formOf = ({ dtype, shape }: TensorValue): Expectation => ({ dtype, shape });
