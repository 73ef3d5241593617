import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import type { Law } from '../law.ts';
import { batch, eighths, factorable } from '../linalg/matrices.ts';
import { againstDifferences } from './differences.ts';
import type { Precision } from './precision.ts';
import { one, type Program } from './program.ts';

const n = fc.integer({ min: 1, max: 2 });

const squares = ({ dtype }: Precision): fc.Arbitrary<Program> =>
  fc
    .tuple(n, batch, fc.constantFrom('linalg.inv', 'linalg.det'))
    .chain(([rows, before, op]) =>
      factorable(dtype, rows, before).map((A) =>
        one({ op, inputs: { A }, shape: op === 'linalg.det' ? before : [...before, rows, rows] }),
      ),
    );

const solutions = ({ dtype }: Precision): fc.Arbitrary<Program> =>
  fc.tuple(n, batch, fc.constantFrom('vector', 'left', 'right')).chain(([rows, before, side]) => {
    const vector = side === 'vector';
    const right: Shape = vector ? [rows] : side === 'left' ? [rows, 1] : [3, rows];
    return fc.record({ A: factorable(dtype, rows, before), B: eighths(dtype, right) }).map((inputs) =>
      one({
        op: 'linalg.solve',
        inputs,
        with: side === 'right' ? { left: false } : {},
        shape: [...before, ...right],
      }),
    );
  });

/** Of X·Xᵀ: one element of a symmetric matrix cannot be moved alone. */
const cholesky = ({ dtype }: Precision): fc.Arbitrary<Program> =>
  fc.tuple(n, fc.boolean()).chain(([rows, upper]) =>
    factorable(dtype, rows).map((X) => {
      const steps = [
        { op: 'transpose', in: ['X'], with: { dim0: 0, dim1: 1 }, out: 't' },
        { op: 'matmul', in: ['X', 't'], out: 'A' },
        { op: 'linalg.cholesky', in: ['A'], ...(upper && { with: { upper } }), out: 'y' },
      ];
      return { inputs: { X }, steps, out: 'y', shape: [rows, rows], gradients: { 'X.grad': 'X' } };
    }),
  );

/** What is on the left, on the right, and along which axis. */
const VECTORS: readonly (readonly [Shape, Shape, number])[] = [
  [[3], [3], 0],
  [[3, 1], [3, 2], 0],
  [[1, 3], [2, 3], -1],
];

const crosses = ({ dtype }: Precision): fc.Arbitrary<Program> =>
  fc
    .constantFrom(...VECTORS)
    .chain(([left, right, dim]) =>
      fc
        .record({ a: eighths(dtype, left), b: eighths(dtype, right) })
        .map((inputs) => one({ op: 'linalg.cross', inputs, with: { dim }, shape: right })),
    );

/** torch.linalg. */
export const matrices: Law = againstDifferences(
  {
    id: 'gradients/matrices',
    title: 'the gradients of inverses, determinants, solutions, factors and cross products are numeric derivatives',
    clauses: ['linalg.inv.C8', 'linalg.det.C7', 'linalg.solve.C9', 'linalg.cholesky.C8', 'linalg.cross.C7'],
  },
  (precision) => fc.oneof(squares(precision), solutions(precision), cholesky(precision), crosses(precision)),
);
