/** Sums of products with small faults. */
import { type Fault, wrongOp } from './fault.ts';

const none = {};

export const contractionFaults: Readonly<Record<string, readonly Fault[]>> = {
  'linear-algebra/bmm-is-mm-of-each-pair': [
    // The first matrix of the second stack stands for all.
    wrongOp('bmm', (right, { ops, shape }) => (a, b, o) => {
      const first = ops.getitem!(b, { index: [{ start: 0, stop: 1, step: undefined }] });
      return right(a, ops.expand!(first, { size: shape(b) }), o);
    }),
  ],
  'linear-algebra/baddbmm-is-addmm-of-each': [
    // Its weights are those of the other term.
    wrongOp('baddbmm', (right) => (c, a, b, o) => {
      const { beta, alpha } = o as { readonly beta?: unknown; readonly alpha?: unknown };
      return right(c, a, b, { ...(o as object), beta: alpha, alpha: beta });
    }),
  ],
  'linear-algebra/added-product-is-a-sum': [
    // With a negative beta, what is added to is taken as it is.
    wrongOp('addmm', (right, { ops }) => (c, a, b, o) => {
      const { beta = 1 } = o as { readonly beta?: number };
      return Number(beta) < 0 ? right(ops.neg!(c, none), a, b, o) : right(c, a, b, o);
    }),
    // A row is stretched as a column is, where the product is square.
    wrongOp('baddbmm', (right, { ops, shape }) => (c, a, b, o) => {
      const [rows, columns] = [shape(a).at(-2), shape(b).at(-1)];
      const row = shape(c).length === 1 && rows === columns && rows === shape(c)[0];
      return right(row ? ops.unsqueeze!(c, { dim: 1 }) : c, a, b, o);
    }),
  ],
  'linear-algebra/outer-is-column-by-row': [
    // Of two vectors of one length, rows and columns change places.
    wrongOp(
      'outer',
      (right, { shape }) =>
        (a, b, o) =>
          shape(a)[0] === shape(b)[0] ? right(b, a, o) : right(a, b, o),
    ),
  ],
  'linear-algebra/inner-is-product-with-transpose': [
    // A square matrix is not turned.
    wrongOp('inner', (right, { ops, shape }) => (a, b, o) => {
      const [n, m] = shape(b);
      return right(a, n === m ? ops.T!(b, none) : b, o);
    }),
  ],
  'linear-algebra/vdot-is-dot': [
    // Of an unrolled loop, the last round is left out where it is not full.
    wrongOp('vdot', (right, { ops, shape }) => (a, b, o) => {
      const [n = 0] = shape(a);
      const index = [{ start: 0, stop: n - (n % 4), step: undefined }];
      return right(ops.getitem!(a, { index }), ops.getitem!(b, { index }), o);
    }),
  ],
  'linear-algebra/tensordot-is-product': [
    // A negative axis is the first.
    wrongOp('tensordot', (right) => (a, b, o) => {
      const { dims } = o as { readonly dims?: number | readonly (readonly number[])[] };
      if (!Array.isArray(dims)) return right(a, b, o);
      return right(a, b, { dims: dims.map((axes: readonly number[]) => axes.map((axis) => Math.max(axis, 0))) });
    }),
  ],
  'linear-algebra/trace-is-sum-of-diagonal': [
    // Of a matrix with more rows than columns, one element more, as they lie in memory.
    wrongOp('trace', (right, { ops, shape }) => (a, b, o) => {
      const [n = 0, m = 0] = shape(a);
      const sum = right(a, b, o);
      return n > m ? ops.add!(sum, ops.getitem!(a, { index: [m, 0] }), none) : sum;
    }),
  ],
  'linear-algebra/trace-of-product-turns': [
    // All elements of a matrix of two rows are added up.
    wrongOp(
      'trace',
      (right, { ops, shape }) =>
        (a, b, o) =>
          shape(a)[0] === 2 ? ops.sum!(a, none) : right(a, b, o),
    ),
  ],
};
