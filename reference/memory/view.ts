/** Memory: a storage is a typed array, a view is a window of it; several views may look at one storage. */
import { allocate, type Buffer, type Dtype, type Numbers } from '../numbers/dtype.ts';
import { raise } from '../numbers/errors.ts';
import { contiguousStrides, numelOf, type Shape } from './shape.ts';

export class Storage {
  readonly dtype: Dtype;
  readonly buffer: Buffer;
  /** Counts the writes, so that the graph notices when a tensor it needs has changed. */
  version = 0;

  constructor(dtype: Dtype, buffer: Buffer) {
    this.dtype = dtype;
    this.buffer = buffer;
  }
}

/** Element (i₀, …, iₖ) is `buffer[offset + Σ iₐ·strides[a]]`; strides count elements, and 0 repeats one. */
export class View {
  readonly storage: Storage;
  readonly shape: Shape;
  readonly strides: readonly number[];
  readonly offset: number;

  constructor(storage: Storage, shape: Shape, strides: readonly number[], offset: number) {
    this.storage = storage;
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
  }

  get dtype(): Dtype {
    return this.storage.dtype;
  }

  get numel(): number {
    return numelOf(this.shape);
  }

  /** The buffer as kernels over numbers take it. int64 has kernels of its own. */
  get numbers(): Numbers {
    const { buffer } = this.storage;
    return buffer instanceof BigInt64Array ? raise('unsupported_dtype', 'this op does not support int64') : buffer;
  }

  /** The buffer of an int64 view. */
  get bigints(): BigInt64Array {
    const { buffer } = this.storage;
    return buffer instanceof BigInt64Array ? buffer : raise('unsupported_dtype', `expected int64, found ${this.dtype}`);
  }

  isContiguous(): boolean {
    let step = 1;
    for (let i = this.shape.length - 1; i >= 0; i--) {
      const size = this.shape[i]!;
      // Without elements there is nothing out of order.
      if (size !== 1 && this.strides[i] !== step) return this.shape.includes(0);
      step *= size;
    }
    return true;
  }
}

/** A fresh contiguous view of zeros. */
export const emptyView = (dtype: Dtype, shape: Shape): View =>
  new View(new Storage(dtype, allocate(dtype, numelOf(shape))), shape, contiguousStrides(shape), 0);

/** The same elements under another shape and strides. */
export const restride = (view: View, shape: Shape, strides: readonly number[], offset: number = view.offset): View =>
  new View(view.storage, shape, strides, offset);

/** The same elements in the reverse order along these axes: their strides are negative, so that it is to be read alone. */
export function backwards(view: View, axes: readonly number[]): View {
  const last = axes.reduce((at, axis) => at + Math.max(view.shape[axis]! - 1, 0) * view.strides[axis]!, view.offset);
  const strides = view.strides.map((stride, axis) => (axes.includes(axis) ? -stride : stride));
  return new View(view.storage, view.shape, strides, last);
}

/** `view` read as the larger `shape`: stride 0 on each axis that broadcasting adds or repeats. */
export function broadcastTo(view: View, shape: Shape): View {
  if (view.shape === shape) return view;
  const strides = new Array<number>(shape.length).fill(0);
  const lead = shape.length - view.shape.length;
  for (let i = 0; i < view.shape.length; i++) {
    if (view.shape[i] === shape[lead + i]) strides[lead + i] = view.strides[i]!;
  }
  // An axis that is added and not repeated has the stride of a whole copy, as PyTorch counts it; of a 0-d view it is 0.
  for (let i = lead - 1; i >= 0 && view.shape.length > 0; i--) {
    if (shape[i] === 1) strides[i] = shape[i + 1]! * strides[i + 1]!;
  }
  return new View(view.storage, shape, strides, view.offset);
}

// Axes that matter, innermost first.
const steps = (view: View): { size: number; stride: number }[] =>
  view.shape
    .map((size, i) => ({ size, stride: view.strides[i]! }))
    .filter(({ size }) => size !== 1)
    .sort((a, b) => a.stride - b.stride);

/** Whether two index tuples reach one element: an expanded axis, or strides that fold onto each other. */
export function overlapsItself(view: View): boolean {
  if (view.isContiguous()) return false;
  const axes = steps(view);
  if (axes.some(({ size }) => size === 0)) return false;
  let reach = 0;
  for (const { size, stride } of axes) {
    if (stride <= reach) return true;
    reach += stride * (size - 1);
  }
  return false;
}

/** Whether the elements fill one stretch of memory, in whatever order. */
export function isDense(view: View): boolean {
  if (view.isContiguous()) return true;
  let next = 1;
  for (const { size, stride } of steps(view)) {
    if (stride !== next) return false;
    next *= size;
  }
  return true;
}

/** Strides under which `view` reads as `shape` (of as many elements) without a copy, or null if there are none. */
export function stridesFor(view: View, shape: Shape): readonly number[] | null {
  if (view.numel === 0 || view.isContiguous()) return contiguousStrides(shape);
  const strides = new Array<number>(shape.length);
  let to = shape.length - 1;
  // Old axes are taken in runs that lie in memory as one; each run has to be filled by whole new axes.
  let run = 1;
  let base = view.strides.at(-1)!;
  for (let from = view.shape.length - 1; from >= 0; from--) {
    run *= view.shape[from]!;
    const joined = from > 0 && (view.shape[from - 1] === 1 || view.strides[from - 1] === run * base);
    if (joined) continue;
    let filled = 1;
    while (to >= 0 && (filled < run || shape[to] === 1)) {
      strides[to] = filled * base;
      filled *= shape[to]!;
      to--;
    }
    if (filled !== run) return null;
    if (from > 0) {
      base = view.strides[from - 1]!;
      run = 1;
    }
  }
  return to === -1 ? strides : null;
}
