/** Shapes: sizes by axis, outermost first; `[]` is 0-d. */
import { raise } from '../numbers/errors.ts';

export type Shape = readonly number[];

export function numelOf(shape: Shape): number {
  let n = 1;
  for (let i = 0; i < shape.length; i++) n *= shape[i]!;
  return n;
}

/** Row-major. An axis of size 0 counts as 1, as in PyTorch. */
export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let i = shape.length - 1; i >= 0; i--) {
    strides[i] = step;
    step *= Math.max(shape[i]!, 1);
  }
  return strides;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** Aligned at the last axis: sizes are equal, or one of them is 1, or missing. */
export function broadcastShapes(a: Shape, b: Shape): Shape {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  const rank = Math.max(a.length, b.length);
  const out = new Array<number>(rank);
  for (let i = 1; i <= rank; i++) {
    const m = a[a.length - i] ?? 1;
    const n = b[b.length - i] ?? 1;
    if (m !== n && m !== 1 && n !== 1) {
      raise(
        'shape_mismatch',
        `the size of tensor a (${m}) must match the size of tensor b (${n}) at axis ${rank - i}: ` +
          `shapes ${shapeText(a)} and ${shapeText(b)} do not broadcast`,
      );
    }
    out[rank - i] = m === 1 ? n : m;
  }
  return out;
}

/** An axis counted from the end if negative. A 0-d tensor takes 0 and -1. */
export function normalizeDim(dim: number, rank: number): number {
  const limit = Math.max(rank, 1);
  if (!Number.isInteger(dim)) raise('invalid_argument', `dim must be an integer, not ${String(dim)}`);
  if (dim < -limit || dim >= limit) {
    raise('index_out_of_range', `dim ${dim} is out of range: a tensor of ${rank} axes takes ${-limit} to ${limit - 1}`);
  }
  return dim < 0 ? dim + limit : dim;
}

/** Several axes, normalized; none may be named twice. */
export function distinctDims(dims: readonly number[], rank: number): number[] {
  const seen = dims.map((dim) => normalizeDim(dim, rank));
  const twice = seen.find((dim, i) => seen.indexOf(dim) !== i);
  if (twice !== undefined) raise('invalid_argument', `dim ${twice} appears more than once in the list of dims`);
  return rank === 0 ? [] : seen;
}

/** The axes of a reduction, normalized; none, `undefined` and `[]` mean all of them. */
export function normalizeDims(dims: number | readonly number[] | undefined, rank: number): number[] {
  const list = dims === undefined ? [] : Array.isArray(dims) ? dims : [dims];
  return list.length === 0 ? Array.from({ length: rank }, (_, i) => i) : distinctDims(list, rank);
}

/** The shape after `dims` (normalized) are reduced, or kept with size 1. */
export const reducedShape = (shape: Shape, dims: readonly number[], keepdim: boolean): Shape =>
  keepdim ? shape.map((n, i) => (dims.includes(i) ? 1 : n)) : shape.filter((_, i) => !dims.includes(i));

/** A list of integers as an op's argument. */
export function checkIntegers(list: readonly number[]): readonly number[] {
  if (!Array.isArray(list)) raise('invalid_argument', `expected a list of integers, found ${typeof list}`);
  for (const n of list) if (!Number.isInteger(n)) raise('invalid_argument', `expected an integer, found ${String(n)}`);
  return list;
}

/** Sizes as an op's argument: integers that are not negative. */
export function checkSizes(size: Shape): Shape {
  for (const n of checkIntegers(size)) {
    if (n < 0) raise('invalid_argument', `a size must not be negative: ${shapeText(size)}`);
  }
  return size;
}

export const shapeText = (shape: Shape): string => `[${shape.join(', ')}]`;

/** `shape` with its one -1 filled in, so that it holds `numel` elements. */
export function inferShape(shape: Shape, numel: number): Shape {
  checkIntegers(shape);
  if (shape.some((n) => n < -1)) raise('shape_mismatch', `shape ${shapeText(shape)} has a negative size`);
  const open = shape.indexOf(-1);
  if (open !== shape.lastIndexOf(-1)) raise('invalid_argument', `only one size of ${shapeText(shape)} can be -1`);
  const known = shape.reduce((product, n) => (n === -1 ? product : product * n), 1);
  if (open !== -1 && known === 0 && numel === 0) {
    raise('invalid_argument', `shape ${shapeText(shape)} is ambiguous for 0 elements: -1 could be any size`);
  }
  const fits = open === -1 ? known === numel : known !== 0 && numel % known === 0;
  if (!fits) raise('shape_mismatch', `shape ${shapeText(shape)} is invalid for ${numel} elements`);
  return open === -1 ? shape : shape.map((n) => (n === -1 ? numel / known : n));
}
