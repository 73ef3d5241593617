import fc from 'fast-check';
import { broadcast, type Shape, volume } from '../../arbitraries/shape.ts';
import type { Law } from '../law.ts';
import { forms, resultOf, shapesOf } from '../linear-algebra/forms.ts';
import { againstDifferences } from './differences.ts';
import { drawn } from './operands.ts';
import { one } from './program.ts';

interface Product {
  readonly op: string;
  readonly operands: readonly Shape[];
  readonly result: Shape;
}

const n = fc.integer({ min: 1, max: 2 });
const batches = fc.constantFrom<readonly [Shape, Shape]>(
  [[], []],
  [[2], []],
  [[], [2]],
  [[2], [2]],
  [[1], [2]],
  [[2], [1]],
);

const matmul: fc.Arbitrary<Product> = fc
  .tuple(n, n, n, batches, fc.constantFrom('matrices', 'matrix and vector', 'vector and matrix', 'vectors'))
  .map(([m, k, p, [left, right], kind]): Product => {
    const [a, b] = [kind.startsWith('matri') ? [...left, m, k] : [k], kind.match(/vectors?$/) ? [k] : [...right, k, p]];
    const rows = a.length > 1 ? [m] : [];
    const columns = b.length > 1 ? [p] : [];
    const batch = broadcast(a.slice(0, -2), b.slice(0, -2))!;
    return { op: 'matmul', operands: [a, b], result: [...batch, ...rows, ...columns] };
  });

const others: fc.Arbitrary<Product> = fc
  .tuple(n, n, n, fc.constantFrom(...forms.filter(({ op }) => op !== 'matmul')))
  .map(([m, k, p, form]) => ({
    op: form.op,
    operands: shapesOf(form, [m, k, p]),
    result: resultOf(form, [m, k, p]),
  }));

/** With the weight transposed, and perhaps a bias. */
const linear: fc.Arbitrary<Product> = fc.tuple(n, n, n, fc.boolean()).map(([m, k, p, biased]) => ({
  op: 'linear',
  operands: [[m, k], [p, k], ...(biased ? [[p]] : [])],
  result: [m, p],
}));

/** Vectors, matrices and batches of them. */
export const products: Law = againstDifferences(
  {
    id: 'gradients/products',
    title: 'the gradients of a product of matrices are its numeric derivatives, operand by operand',
    clauses: ['matmul.C1', 'mm.C6', 'mv.C5', 'dot.C6', 'vdot.C6', 'bmm.C6', 'linear.C5'],
  },
  (precision) =>
    fc
      .oneof(matmul, others, linear)
      .filter(({ operands }) => operands.every((s) => volume(s) <= 4))
      .chain(({ op, operands, result }) =>
        fc.tuple(...operands.map((s) => drawn(precision, s))).map((values) => {
          const inputs = Object.fromEntries(values.map((value, i) => ['ab'[i] ?? 'bias', value]));
          return one({ op, inputs, shape: result });
        }),
      ),
);
