import type { Call, Tools } from '../../mutants/mutation.ts';
import { type Fault, wrongOp, wrongOps } from './fault.ts';
import { indexingFaults } from './indexing.ts';
import { movedFaults } from './moved.ts';
import { viewFaults } from './views.ts';

const none = {};
type Options = Readonly<Record<string, unknown>>;

const reshaped = (t: unknown, shape: readonly number[], { ops }: Tools): unknown => ops.reshape!(t, { shape });
const swapped = (t: unknown, dim0: number, dim1: number, { ops }: Tools): unknown => ops.transpose!(t, { dim0, dim1 });

/** A transposed matrix is read as it lies in memory. */
const inMemoryOrder = (t: unknown, tools: Tools): unknown => {
  const turned = tools.shape(t).length === 2 && tools.ops.is_contiguous!(t, none) === false;
  return turned ? tools.ops.contiguous!(swapped(t, 0, 1, tools), none) : t;
};

/** A negative axis is counted from the front. */
const mirrored =
  (right: Call): Call =>
  (xs, o) => {
    const { dim } = o as { dim: number };
    return right(xs, { ...(o as Options), dim: dim < 0 ? -dim - 1 : dim });
  };

/** By law: what a library does that breaks it. */
export const shapeFaults: Readonly<Record<string, readonly Fault[]>> = {
  ...indexingFaults,
  ...movedFaults,
  ...viewFaults,
  'shape/reshape-keeps-order': [wrongOp('reshape', (right, tools) => (t, o) => right(inMemoryOrder(t, tools), o))],
  'shape/reshape-infers': [
    // −1 is understood at either end only.
    wrongOps(['reshape', 'view'], (right) => (t, o) => {
      const [sizes] = Object.values(o as Record<string, number[]>);
      if (sizes!.slice(1, -1).includes(-1)) throw new Error('-1 has to be the first or the last size');
      return right(t, o);
    }),
    // −1 is an axis of all elements where others of size 1 stand beside it, and those are dropped.
    wrongOps(['reshape', 'view'], (right) => (t, o) => {
      const [[name, sizes]] = Object.entries(o as Record<string, number[]>) as [[string, number[]]];
      const ones = sizes.includes(-1) && sizes.every((n) => n === -1 || n === 1);
      return right(t, ones ? { [name]: [-1] } : o);
    }),
  ],
  'shape/transpose-twice-is-identity': [
    // Two negative axes are the last two.
    wrongOp('transpose', (right) => (t, o) => {
      const { dim0, dim1 } = o as { dim0: number; dim1: number };
      return right(t, dim0 < 0 && dim1 < 0 && dim0 !== dim1 ? { dim0: -1, dim1: -2 } : o);
    }),
  ],
  'shape/permute-composes': [
    // Axis k goes to dims[k], instead of coming from there.
    wrongOp('permute', (right) => (t, o) => {
      const { dims } = o as { dims: number[] };
      const axes = dims.map((dim) => (dim < 0 ? dim + dims.length : dim));
      return right(t, { dims: axes.map((_, k) => axes.indexOf(k)) });
    }),
  ],
  'shape/unsqueeze-squeeze-inverse': [
    // A negative axis counts in the shape before, so that −1 is in front of the last.
    wrongOp('unsqueeze', (right, { shape }) => (t, o) => {
      const { dim } = o as { dim: number };
      return right(t, { dim: dim < 0 ? Math.max(dim + shape(t).length, 0) : dim });
    }),
    // squeeze takes all axes of size 1, whichever it is told.
    wrongOp('squeeze', (right) => (t, o) => {
      const { dim } = o as { dim?: number };
      return right(t, dim === undefined ? o : none);
    }),
  ],
  'shape/cat-then-slicing-gives-parts': [
    wrongOp('cat', mirrored),
    // Tensors without elements are left out, and so is their place in the list: the two after them change places.
    wrongOp('cat', (right, { shape }) => (xs, o) => {
      const [first, ...rest] = xs as unknown[];
      return right(shape(first).includes(0) ? [first, ...rest.reverse()] : xs, o);
    }),
  ],
  'shape/stack-is-cat-of-unsqueezed': [
    // The memory of one tensor behind the other, whatever the axis.
    wrongOp('stack', (right, tools) => (xs, o) => {
      const joined = right(xs, none);
      return reshaped(joined, tools.shape(right(xs, o)), tools);
    }),
  ],
  'shape/flatten-is-reshape': [
    // A 0-d tensor stays one.
    wrongOp(
      'flatten',
      (right, { shape }) =>
        (t, o) =>
          shape(t).length === 0 ? t : right(t, o),
    ),
    wrongOp('flatten', (right, tools) => (t, o) => right(reshaped(inMemoryOrder(t, tools), tools.shape(t), tools), o)),
  ],
  'shape/expand-repeats': [
    // A vector that becomes a square matrix stands as a column.
    wrongOp('expand', (right, tools) => (t, o) => {
      const out = right(t, o);
      const [rows, columns, ...more] = tools.shape(out);
      const square = tools.shape(t).length === 1 && rows === columns && more.length === 0;
      return square ? swapped(out, 0, 1, tools) : out;
    }),
    // −1 keeps a size only where all are kept.
    wrongOp('expand', (right) => (t, o) => {
      const { size } = o as { size: number[] };
      return right(t, { size: size.every((n) => n === -1) ? size : size.map((n) => (n === -1 ? 1 : n)) });
    }),
  ],
  'shape/contiguous-keeps-values': [
    wrongOp('contiguous', (right, tools) => (t, o) => {
      const plain = right(inMemoryOrder(t, tools), o);
      return reshaped(plain, tools.shape(t), tools);
    }),
    // What has no gaps counts as contiguous, in whatever order it lies.
    wrongOp(
      'contiguous',
      (right, { shape }) =>
        (t, o) =>
          shape(t).length === 2 ? t : right(t, o),
    ),
  ],
  'shape/numel-is-product-of-shape': [
    // A size of 0 is not multiplied.
    wrongOp(
      'numel',
      (_, { shape }) =>
        (t) =>
          shape(t).reduce((product, n) => product * (n || 1), 1),
    ),
    // A tensor without axes has no elements.
    wrongOp(
      'numel',
      (right, { shape }) =>
        (t, o) =>
          shape(t).length === 0 ? 0 : right(t, o),
    ),
  ],
  'shape/strides-of-contiguous': [
    // A size of 0 makes the strides before it 0.
    wrongOp('stride', (right, { shape }) => (t, o) => {
      const sizes = shape(t);
      const own = right(t, o) as readonly number[];
      return own.map((step, k) => (sizes.slice(k + 1).includes(0) ? 0 : step));
    }),
    // Of a permuted tensor, the strides of a new one of its shape.
    wrongOp(
      'stride',
      (right, { ops }) =>
        (t, o) =>
          right(ops.contiguous!(t, none), o),
    ),
  ],
  'shape/view-sees-writes-to-base': [
    // A slice with a step is a copy.
    wrongOp('getitem', (right, { ops }) => (t, o) => {
      const { index } = o as { index: readonly ({ step?: number } | null)[] };
      const steps = index.some((entry) => entry?.step !== undefined);
      return steps ? ops.clone!(right(t, o), none) : right(t, o);
    }),
    // A clone of what lies in order is the tensor itself.
    wrongOp(
      'clone',
      (right, { ops }) =>
        (t, o) =>
          ops.is_contiguous!(t, none) ? t : right(t, o),
    ),
  ],
  'shape/writes-through-view': [
    // What does not lie in order is copied first, and the copy written.
    wrongOp('copy_', (right, { ops }) => (t, value, o) => {
      right(ops.contiguous!(t, none), value, o);
      return t;
    }),
  ],
  'shape/copies-stand-apart': [
    // Of a single tensor there is nothing to join.
    wrongOp('cat', (right) => (xs, o) => {
      const [only, ...more] = xs as unknown[];
      return more.length === 0 ? only : right(xs, o);
    }),
    wrongOp(
      'clone',
      (right, { ops }) =>
        (t, o) =>
          ops.is_contiguous!(t, none) ? t : right(t, o),
    ),
  ],
};
