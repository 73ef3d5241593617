import type { Call, Tools } from '../../mutants/mutation.ts';
import { isFloat } from '../../values/dtypes.ts';
import { contractionFaults } from './contractions.ts';
import { type Fault, wrongOp, wrongOps } from './fault.ts';
import { normFaults } from './norms.ts';

const none = {};
const rank = (t: unknown, { shape }: Tools): number => shape(t).length;
const turned = (t: unknown, { ops }: Tools): unknown => ops.T!(t, none);
const isSquare = (t: unknown, { shape }: Tools): boolean => {
  const [n, m, ...more] = shape(t);
  return n !== undefined && n === m && more.length === 0;
};

/** A square matrix beside a vector is read column by column. */
const byColumns =
  (right: Call, tools: Tools): Call =>
  (a, b, o) =>
    isSquare(a, tools) && rank(b, tools) === 1 ? right(turned(a, tools), b, o) : right(a, b, o);

/** Numbers of 11 bits, as fast hardware takes them. */
const coarse = (t: unknown, { ops, dtype }: Tools): unknown =>
  isFloat(dtype(t)) ? ops.to!(ops.to!(t, { dtype: 'float16' }), { dtype: dtype(t) }) : t;

/** A refusal becomes a result. */
const instead =
  (result: (a: unknown, b: unknown) => unknown) =>
  (right: Call): Call =>
  (...args) => {
    try {
      return right(...args);
    } catch {
      return result(args[0], args[1]);
    }
  };

/** A product is kept with its first operand, and given again for any second one of the same shape. */
const remembered = (right: Call, { shape }: Tools): Call => {
  const kept = new WeakMap<object, Map<string, unknown>>();
  return (a, b, o) => {
    const products = kept.get(a as object) ?? new Map<string, unknown>();
    kept.set(a as object, products);
    const key = shape(b).join();
    if (!products.has(key)) products.set(key, right(a, b, o));
    return products.get(key);
  };
};

/** Read as it lies in memory. */
const inMemoryOrder = (t: unknown, tools: Tools): unknown => {
  const { is_contiguous, reshape } = tools.ops;
  if (rank(t, tools) !== 2 || is_contiguous!(t, none) === true) return t;
  return reshape!(turned(t, tools), { shape: tools.shape(t) });
};

/** The first matrix of a batch stands for all. */
const firstOfBatch = (t: unknown, tools: Tools): unknown =>
  rank(t, tools) === 3 && tools.shape(t)[0]! > 1 ? tools.ops.getitem!(t, { index: [0] }) : t;

/** By law: what a library does that breaks it. */
export const linearAlgebraFaults: Readonly<Record<string, readonly Fault[]>> = {
  ...normFaults,
  ...contractionFaults,
  'linear-algebra/product-is-sum-of-products': [
    wrongOps(['matmul', 'mv'], byColumns),
    // A vector in front keeps the axis that it was given.
    wrongOp('matmul', (right, tools) => (a, b, o) => {
      const row = rank(a, tools) === 1 && rank(b, tools) === 2;
      return right(row ? tools.ops.unsqueeze!(a, { dim: 0 }) : a, b, o);
    }),
  ],
  'linear-algebra/product-associates': [
    wrongOp('matmul', (right, tools) => (a, b, o) => right(coarse(a, tools), coarse(b, tools), o)),
    // A product with a vector is one with its first axis, where the matrix is square.
    wrongOp('matmul', byColumns),
  ],
  'linear-algebra/product-distributes': [wrongOps(['matmul', 'mm'], remembered)],
  'linear-algebra/transpose-of-product': [
    wrongOps(
      ['matmul', 'mm'],
      (right, tools) => (a, b, o) => right(inMemoryOrder(a, tools), inMemoryOrder(b, tools), o),
    ),
  ],
  'linear-algebra/identity-changes-nothing': [
    // Two square matrices are multiplied element by element.
    wrongOp('matmul', (right, tools) => (a, b, o) => {
      const both = isSquare(a, tools) && isSquare(b, tools);
      return both ? tools.ops.mul!(a, b, o) : right(a, b, o);
    }),
  ],
  'linear-algebra/dot-is-sum-of-product': [
    // Of an unrolled loop, the last round is left out where it is not full.
    wrongOps(['dot', 'matmul'], (right, { ops, shape }) => (a, b, o) => {
      const [n = 0] = shape(a);
      if (shape(a).length !== 1 || n < 4 || n % 4 === 0) return right(a, b, o);
      const index = [{ start: 0, stop: n - (n % 4), step: undefined }];
      return right(ops.getitem!(a, { index }), ops.getitem!(b, { index }), o);
    }),
  ],
  'linear-algebra/mv-is-rows-dotted': [
    wrongOp('mv', byColumns),
    wrongOp('mv', (right, tools) => (a, b, o) => right(inMemoryOrder(a, tools), b, o)),
  ],
  'linear-algebra/batches-are-matrices-alone': [
    wrongOp('matmul', (right, tools) => (a, b, o) => {
      const both = rank(a, tools) === 3 && rank(b, tools) === 3;
      return right(a, both ? firstOfBatch(b, tools) : b, o);
    }),
    // A batch behind a single matrix is refused.
    wrongOp('matmul', (right, tools) => (a, b, o) => {
      if (rank(a, tools) === 2 && rank(b, tools) > 2) throw new Error('the first operand has no batch');
      return right(a, b, o);
    }),
  ],
  'linear-algebra/inner-mismatch-raises': [
    wrongOps(
      ['matmul', 'mm'],
      instead((a) => a),
    ),
    // An inner size of 1 is stretched.
    wrongOps(['dot', 'mv'], (right, { ops, shape }) => (a, b, o) => {
      const size = [shape(a).at(-1)!];
      return right(a, shape(b)[0] === 1 ? ops.expand!(b, { size }) : b, o);
    }),
  ],
  'linear-algebra/zero-inner-size-gives-zeros': [
    // What has no terms is refused.
    wrongOps(['matmul', 'mv'], (right, { shape }) => (a, b, o) => {
      if (shape(b).includes(0) && shape(a).at(-1) === 0) throw new Error('an operand has no elements');
      return right(a, b, o);
    }),
    // The result is not cleared where there is nothing to add to it.
    wrongOp('mm', (right, { ops, shape }) => (a, b, o) => {
      const out = right(a, b, o);
      return shape(a).at(-1) === 0 ? ops.ones_like!(out, none) : out;
    }),
  ],
};
