/** A tensor: a view of memory, and its place in the autograd graph. `torch/install.ts` adds the ops to its methods. */

import { type InFormat, isIn } from '../memory/memory-format.ts';
import { type Shape, sameShape, shapeText } from '../memory/shape.ts';
import { Storage, View } from '../memory/view.ts';
import type { Device } from '../numbers/device.ts';
import type { Dtype } from '../numbers/dtype.ts';
import { raise } from '../numbers/errors.ts';
import { type GradNode, nodeOf, type Origin } from './graph.ts';

/**
 * Numbers of one dtype on some axes: a view of memory, and its place in the autograd graph. Made by `torch.tensor` and
 * its like, never by its constructor; the ops are its methods: `x.add(y)` is `torch.add(x, y)`. Source: torch.Tensor.
 */
export class Tensor {
  /** Where the elements are. Only an `out` that is resized gets another one (out.ts). */
  strided: View;
  /** Asked for by requires_grad: a leaf of the graph. */
  leaf = false;
  /** What computed it, if the graph recorded that. Read it with `nodeOf`, which knows about writes through views. */
  node: GradNode | null = null;
  /** Of a view: the tensor it looks into, and how. */
  origin: Origin | null = null;
  /** The storage's version for which `node` holds. */
  nodeVersion = 0;
  #grad: Tensor | null = null;

  constructor(strided: View) {
    this.strided = strided;
  }

  /** What every element is: `float32`, `int64`, … */
  get dtype(): Dtype {
    return this.strided.storage.dtype;
  }

  /** The size of each axis; [] for one number. */
  get shape(): Shape {
    return this.strided.shape;
  }

  /** How many axes there are. */
  get ndim(): number {
    return this.strided.shape.length;
  }

  /** Always `'cpu'`. */
  get device(): Device {
    return 'cpu';
  }

  /** Always `'strided'`; a sparse tensor is a `SparseTensor`. */
  get layout(): 'strided' | 'sparse_coo' {
    return 'strided';
  }

  /** What backward has accumulated; null until then. */
  get grad(): Tensor | null {
    return this.#grad;
  }

  /** Raises unless the gradient has the tensor's shape and dtype. */
  set grad(value: Tensor | null) {
    if (value !== null && !sameShape(value.shape, this.shape)) {
      raise('shape_mismatch', `a tensor of shape ${shapeText(this.shape)} takes no grad of ${shapeText(value.shape)}`);
    }
    if (value !== null && value.dtype !== this.dtype) {
      raise('invalid_argument', `a tensor of ${this.dtype} takes no grad of ${value.dtype}`);
    }
    this.#grad = value;
  }

  /** A leaf that asks for its gradient, or the result of one. */
  get requires_grad(): boolean {
    return this.leaf || nodeOf(this) !== null;
  }

  /** `requires_grad_` as a property. */
  set requires_grad(on: boolean) {
    this.requires_grad_(on);
  }

  /** Not computed by an op that recorded. */
  get is_leaf(): boolean {
    return nodeOf(this) === null;
  }

  /** PyTorch's name of the node that computed this tensor, or null. */
  get grad_fn(): string | null {
    return nodeOf(this)?.name ?? null;
  }

  /** The same memory, outside the graph: writing to it goes unnoticed by the graph. */
  get data(): Tensor {
    const { storage, shape, strides, offset } = this.strided;
    return new Tensor(new View(new Storage(storage.dtype, storage.buffer), shape, strides, offset));
  }

  /** All axes in reverse. A view. */
  get T(): Tensor {
    return this.permute(this.shape.map((_, i) => this.ndim - 1 - i));
  }

  /** The shape, or the size of one axis. */
  size(): Shape;
  /** The size of one axis, counted from the end if negative. Raises index_out_of_range. */
  size(dim: number): number;
  size(dim?: number): Shape | number {
    if (dim === undefined) return this.shape;
    return this.shape.at(dim) ?? raise('index_out_of_range', `dim ${dim} is out of range for ${this.ndim} axes`);
  }

  /** Elements between neighbours along each axis. */
  stride(): readonly number[] {
    return this.strided.strides;
  }

  /** How many elements there are: the product of the shape. */
  numel(): number {
    return this.strided.numel;
  }

  /** Whether the elements lie in row-major order, or in that of `memory_format`. */
  is_contiguous({ memory_format = 'contiguous_format' }: InFormat = {}): boolean {
    return isIn(memory_format, this.strided);
  }

  /** What is printed on a line of its own before the tensor. */
  get heading(): string {
    return '';
  }

  /** Python's `len`: the size of the first axis. */
  get length(): number {
    return this.shape[0] ?? raise('invalid_argument', 'len() of a 0-d tensor');
  }
}

/** Raises for anything else where a tensor is needed. */
export function checkTensor(x: unknown): asserts x is Tensor {
  if (!(x instanceof Tensor)) raise('invalid_argument', `expected a tensor, found ${typeof x}`);
}
