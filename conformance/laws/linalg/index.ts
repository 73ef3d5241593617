/** torch.linalg: what factors, inverses and solutions are by definition. */
import fc from 'fast-check';
import { nested } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { batch, eighths, factorable, factored, nearby, rows } from './matrices.ts';

const identity = (n: number): readonly number[] =>
  Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));

const inverseTimesMatrix: Law = {
  id: 'linalg/inverse-times-matrix',
  title: 'a matrix times its inverse, from either side, is the identity',
  clauses: ['linalg.inv.C1'],
  trials: (lab) =>
    factored(lab, (dtype) =>
      rows.chain((n) =>
        factorable(dtype, n).map((A) => ({
          inputs: { A },
          ops: [
            { op: 'linalg.inv', in: ['A'], out: 'i' },
            { op: 'matmul', in: ['A', 'i'], out: 'right' },
            { op: 'matmul', in: ['i', 'A'], out: 'left' },
          ],
          observe: ['right', 'left'],
          statement: () => {
            const due = { dtype, shape: [n, n], data: nested(identity(n), [n, n]), tolerance: nearby(dtype) };
            return all({ right: due, left: due });
          },
        })),
      ),
    ),
};

const inversesOfBatches: Law = {
  id: 'linalg/batches-are-matrices-alone',
  title: 'each matrix of a batch has the inverse and the determinant that it has alone',
  clauses: ['linalg.inv.C2', 'linalg.det.C1'],
  trials: (lab) =>
    factored(lab, (dtype) =>
      fc.tuple(rows, fc.constantFrom('linalg.inv', 'linalg.det')).chain(([n, op]) =>
        factorable(dtype, n, [3]).map((A) => ({
          inputs: { A },
          ops: [
            { op, in: ['A'], out: 'y' },
            { op: 'getitem', in: ['y'], with: { index: [1] }, out: 'one' },
            { op: 'getitem', in: ['A'], with: { index: [1] }, out: 'B' },
            { op, in: ['B'], out: 'alone' },
          ],
          observe: ['one', 'alone'],
          statement: ({ alone }) => all({ one: same(alone!, { ulp: 4 }) }),
        })),
      ),
    ),
};

const determinantOfProduct: Law = {
  id: 'linalg/determinant-of-product',
  title: 'the determinant of a product is the product of the determinants',
  clauses: ['linalg.det.C1', 'linalg.det.C2'],
  trials: (lab) =>
    factored(lab, (dtype) =>
      rows.chain((n) =>
        fc.record({ A: factorable(dtype, n), B: factorable(dtype, n) }).map((inputs) => ({
          inputs,
          ops: [
            { op: 'linalg.det', in: ['A'], out: 'a' },
            { op: 'linalg.det', in: ['B'], out: 'b' },
            { op: 'mul', in: ['a', 'b'], out: 'due' },
            { op: 'matmul', in: ['A', 'B'], out: 'AB' },
            { op: 'linalg.det', in: ['AB'], out: 'd' },
          ],
          observe: ['due', 'd'],
          statement: ({ due }) => all({ d: same(due!, { rtol: dtype === 'float64' ? 1e-12 : 1e-5, atol: 0 }) }),
        })),
      ),
    ),
};

const solutionSolves: Law = {
  id: 'linalg/solution-solves',
  title:
    'a matrix times the solution is the right-hand side, and the solution times it where the unknown stands before it',
  clauses: ['linalg.solve.C1', 'linalg.solve.C3', 'linalg.solve.C4'],
  trials: (lab) =>
    factored(lab, (dtype) =>
      fc
        .tuple(rows, fc.integer({ min: 1, max: 3 }), batch, fc.boolean(), fc.boolean())
        .chain(([n, m, before, left, given]) => {
          const sides = left ? [n, m] : [m, n];
          return fc
            .record({ A: factorable(dtype, n, before), B: eighths(dtype, [...before, ...sides]) })
            .map((inputs) => ({
              inputs,
              ops: [
                { op: 'linalg.solve', in: ['A', 'B'], ...((!left || given) && { with: { left } }), out: 'X' },
                { op: 'matmul', in: left ? ['A', 'X'] : ['X', 'A'], out: 'y' },
              ],
              observe: ['B', 'y'],
              statement: ({ B }) => all({ y: same(B!, nearby(dtype)) }),
            }));
        }),
    ),
};

const factorTimesItself: Law = {
  id: 'linalg/factor-times-itself',
  title: 'the Cholesky factor times its transpose is the matrix, and with upper the other way about',
  clauses: ['linalg.cholesky.C1', 'linalg.cholesky.C2'],
  trials: (lab) =>
    factored(lab, (dtype) =>
      fc.tuple(rows, fc.boolean()).chain(([n, upper]) =>
        factorable(dtype, n).map((X) => ({
          inputs: { X },
          ops: [
            { op: 'transpose', in: ['X'], with: { dim0: 0, dim1: 1 }, out: 't' },
            { op: 'matmul', in: ['X', 't'], out: 'A' },
            { op: 'linalg.cholesky', in: ['A'], ...(upper && { with: { upper } }), out: 'L' },
            { op: 'transpose', in: ['L'], with: { dim0: 0, dim1: 1 }, out: 'u' },
            { op: 'matmul', in: upper ? ['u', 'L'] : ['L', 'u'], out: 'y' },
          ],
          observe: ['A', 'y'],
          statement: ({ A }) => all({ y: same(A!, nearby(dtype)) }),
        })),
      ),
    ),
};

const crossIsAtRightAngles: Law = {
  id: 'linalg/cross-is-at-right-angles',
  title: 'a cross product stands at right angles to both of its vectors, whichever axis they lie along',
  clauses: ['linalg.cross.C1', 'linalg.cross.C2'],
  trials: (lab) =>
    factored(lab, (dtype) =>
      fc.tuple(fc.constantFrom([3], [3, 2], [2, 3], [2, 3, 2]), fc.boolean()).chain(([shape, negative]) => {
        const axis = shape.indexOf(3);
        const dim = negative ? axis - shape.length : axis;
        return fc.record({ a: eighths(dtype, shape), b: eighths(dtype, shape) }).map((inputs) => ({
          inputs,
          ops: [
            { op: 'linalg.cross', in: ['a', 'b'], with: { dim }, out: 'c' },
            { op: 'mul', in: ['a', 'c'], out: 'ac' },
            { op: 'sum', in: ['ac'], with: { dim }, out: 'left' },
            { op: 'mul', in: ['b', 'c'], out: 'bc' },
            { op: 'sum', in: ['bc'], with: { dim }, out: 'right' },
          ],
          observe: ['left', 'right'],
          statement: ({ left }) => {
            if (left?.kind !== 'tensor') return undefined;
            // Products of eighths are exact: nothing is rounded.
            const zeros = Array.from(left.data, () => 0);
            const due = { dtype, shape: left.shape, data: nested(zeros, left.shape) };
            return all({ left: due, right: due });
          },
        }));
      }),
    ),
};

export const linalg: readonly Law[] = [
  inverseTimesMatrix,
  inversesOfBatches,
  determinantOfProduct,
  solutionSolves,
  factorTimesItself,
  crossIsAtRightAngles,
];
