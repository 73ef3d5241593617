import fc from 'fast-check';
import { leaf, tensor } from '../../arbitraries/tensor.ts';
import { arithmetic, both, differentiable } from '../../pages/families.ts';
import { all } from '../claims.ts';
import { every, takes } from '../family.ts';
import type { Law, Trial } from '../law.ts';
import { small } from './operands.ts';

const ops = every(both(arithmetic, differentiable));

/** Integers and bools beside a leaf: constants, whatever the op. */
export const integers: Law = {
  id: 'gradients/integers',
  title: 'tensors of integers and bools get no gradient, and what they meet keeps its own dtype in its gradient',
  clauses: ['autograd.C4', 'autograd.C6'],
  families: [ops],
  trials: ({ floats, integers: whole, dtypes }) => {
    const counted = dtypes.includes('bool') ? [...whole, 'bool' as const] : whole;
    if (floats.length === 0 || counted.length === 0) return { lacks: 'a floating dtype beside one that is not' };
    return fc
      .tuple(fc.constantFrom(...floats), fc.constantFrom(...counted), small(), ops.any)
      .filter(([, q, , op]) => takes(op, q))
      .chain(([p, q, shape, op]) =>
        fc.record({ x: tensor(p, shape), n: tensor(q, shape, { low: 0, high: 5 }) }).map(
          ({ x, n }): Trial => ({
            inputs: { x: leaf(x), n },
            ops: [
              { op, in: ['x', 'n'], out: 'y' },
              { op: 'sum', in: ['y'], out: 's' },
              { op: 'backward', in: ['s'] },
              { op: 'requires_grad', in: ['n'], out: 'asked' },
            ],
            observe: ['x.grad', 'n.grad', 'asked'],
            statement: () => all({ 'x.grad': { dtype: p, shape }, 'n.grad': { null: true }, asked: { value: false } }),
          }),
        ),
      );
  },
};
