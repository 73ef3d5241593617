import fc from 'fast-check';
import { leaf } from '../../arbitraries/tensor.ts';
import type { OpStep } from '../../values/case.ts';
import { numbers, together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { drawn } from './operands.ts';
import { finest, near } from './precision.ts';

/** Functions of a and b, elementwise, that are products of neither. */
const functions: readonly (readonly OpStep[])[] = [
  [{ op: 'pow', in: ['a', 'b'], out: 'f' }],
  [{ op: 'div', in: ['a', 'b'], out: 'f' }],
  [
    { op: 'mul', in: ['a', 'b'], out: 'm' },
    { op: 'sigmoid', in: ['m'], out: 'f' },
  ],
  [
    { op: 'mul', in: ['a', 'a'], out: 'm' },
    { op: 'mul', in: ['m', 'b'], out: 'f' },
  ],
  [
    { op: 'sub', in: ['a', 'b'], out: 'm' },
    { op: 'exp', in: ['m'], out: 'f' },
  ],
];

/** v·∂(u·∂f/∂a)/∂b = u·∂(v·∂f/∂b)/∂a. */
export const mixedPartials: Law = {
  id: 'gradients/mixed-partials',
  title: 'second derivatives in two tensors do not depend on which is differentiated first',
  clauses: ['autograd.C9', 'autograd.grad.C2', 'autograd.grad.C3'],
  trials: (lab) =>
    finest(lab, (precision) =>
      fc.tuple(fc.constantFrom(...functions), fc.integer({ min: 1, max: 3 })).chain(([steps, n]) => {
        const positive = drawn(precision, [n], { low: 0.5, high: 2 });
        return fc.record({ a: positive, b: positive, u: positive, v: positive }).map(
          ({ a, b, u, v }): Trial => ({
            inputs: { a: leaf(a), b: leaf(b), u, v },
            ops: [
              ...steps,
              { op: 'sum', in: ['f'], out: 's' },
              { op: 'autograd.grad', in: ['s', ['a', 'b']], with: { create_graph: true }, out: ['ga', 'gb'] },
              {
                op: 'autograd.grad',
                in: ['ga', ['b']],
                with: { grad_outputs: { ref: 'u' }, retain_graph: true },
                out: ['ab'],
              },
              { op: 'autograd.grad', in: ['gb', ['a']], with: { grad_outputs: { ref: 'v' } }, out: ['ba'] },
              { op: 'mul', in: ['ab', 'v'], out: 'left' },
              { op: 'mul', in: ['ba', 'u'], out: 'right' },
            ],
            observe: ['left', 'right'],
            // Elementwise functions: the second derivatives agree one by one.
            statement: (seen) => together({ right: near(seen.right, numbers(seen.left), precision) }),
          }),
        );
      }),
    ),
};
