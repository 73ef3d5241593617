/** Products that are others on operands that are seen otherwise. */
import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import type { OpStep } from '../../values/case.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { sides } from './operands.ts';
import { wideNumeric } from './precision.ts';

/** `y`, and what is `due` of it, from `a` and `b` of whole numbers, so that the sums are exact. */
const alike = (
  law: Pick<Law, 'id' | 'title' | 'clauses'>,
  shapes: (n: number, m: number, p: number) => readonly [Shape, Shape],
  ops: readonly OpStep[],
): Law => ({
  ...law,
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      sides(3).chain(([n = 1, m = 1, p = 1]) => {
        const [a, b] = shapes(n, m, p);
        return fc.record({ a: whole(dtype, a), b: whole(dtype, b) }).map((inputs) => ({
          inputs,
          ops,
          observe: ['due', 'y'],
          statement: ({ due }) => all({ y: same(due!, { ulp: 1 }) }),
        }));
      }),
    ),
});

export const outerIsColumnByRow: Law = alike(
  {
    id: 'linear-algebra/outer-is-column-by-row',
    title: 'outer is the product of a column and a row, element by element',
    clauses: ['outer.C1', 'outer.C2'],
  },
  (n, m) => [[n], [m]],
  [
    { op: 'unsqueeze', in: ['a'], with: { dim: 1 }, out: 'column' },
    { op: 'mul', in: ['column', 'b'], out: 'due' },
    { op: 'outer', in: ['a', 'b'], out: 'y' },
  ],
);

export const innerIsByTranspose: Law = alike(
  {
    id: 'linear-algebra/inner-is-product-with-transpose',
    title: 'inner of two matrices is the product of one with the transpose of the other',
    clauses: ['inner.C2', 'mm.C1'],
  },
  (n, m, p) => [
    [n, m],
    [p, m],
  ],
  [
    { op: 'T', in: ['b'], out: 'turned' },
    { op: 'mm', in: ['a', 'turned'], out: 'due' },
    { op: 'inner', in: ['a', 'b'], out: 'y' },
  ],
);

export const vdotIsDot: Law = alike(
  {
    id: 'linear-algebra/vdot-is-dot',
    title: 'vdot of real vectors is dot, in either order',
    clauses: ['vdot.C1', 'dot.C1'],
  },
  (n) => [[n + 3], [n + 3]],
  [
    { op: 'dot', in: ['a', 'b'], out: 'due' },
    { op: 'vdot', in: ['b', 'a'], out: 'y' },
  ],
);

export const tensordotIsProduct: Law = alike(
  {
    id: 'linear-algebra/tensordot-is-product',
    title:
      'tensordot of the second axis of one matrix and the first of another is their product, by number and by lists',
    clauses: ['tensordot.C1', 'tensordot.C2', 'mm.C1'],
  },
  (n, m, p) => [
    [n, m],
    [m, p],
  ],
  [
    { op: 'mm', in: ['a', 'b'], out: 'product' },
    { op: 'tensordot', in: ['a', 'b'], with: { dims: 1 }, out: 'first' },
    { op: 'tensordot', in: ['b', 'a'], with: { dims: [[0], [-1]] }, out: 'turned' },
    { op: 'T', in: ['turned'], out: 'second' },
    { op: 'stack', in: [['product', 'product']], out: 'due' },
    { op: 'stack', in: [['first', 'second']], out: 'y' },
  ],
);

export const traceIsSumOfDiagonal: Law = alike(
  {
    id: 'linear-algebra/trace-is-sum-of-diagonal',
    title: 'trace is the sum of the diagonal, of a matrix that need not be square',
    clauses: ['trace.C1', 'trace.C2', 'diagonal.C1'],
  },
  (n, m) => [[n, m], [1]],
  [
    { op: 'diagonal', in: ['a'], out: 'd' },
    { op: 'sum', in: ['d'], out: 'due' },
    { op: 'trace', in: ['a'], out: 'y' },
  ],
);

export const traceOfProduct: Law = alike(
  {
    id: 'linear-algebra/trace-of-product-turns',
    title: 'the trace of AB is that of BA, whose rows and columns are as many as the columns and rows of A',
    clauses: ['trace.C1', 'mm.C1'],
  },
  (n, m) => [
    [n, m],
    [m, n],
  ],
  [
    { op: 'mm', in: ['a', 'b'], out: 'ab' },
    { op: 'mm', in: ['b', 'a'], out: 'ba' },
    { op: 'trace', in: ['ba'], out: 'due' },
    { op: 'trace', in: ['ab'], out: 'y' },
  ],
);
