/** Sparse tensors (COO): where the elements that are not zero stand, and what they are. */

import { Tensor } from '../../autograd/tensor.ts';
import { contiguousStrides, type Shape } from '../../memory/shape.ts';
import { emptyView } from '../../memory/view.ts';
import type { Dtype } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { showAsText } from '../../print/inspect.ts';
import { printSparse } from '../../print/print.ts';

/**
 * A tensor of which only the elements that are not 0 are stored, with their places (COO). Source:
 * torch.Tensor.to_sparse.
 */
export class SparseTensor {
  /** Always `'sparse_coo'`. */
  readonly layout = 'sparse_coo';
  /** The size of each axis, as of the dense tensor. */
  readonly shape: Shape;
  readonly #indices: Tensor;
  readonly #values: Tensor;

  /** `indices` is int64 of shape [ndim, nnz], one column for each of the `values`; both are contiguous. */
  constructor(shape: Shape, indices: Tensor, values: Tensor) {
    this.shape = shape;
    this.#indices = indices;
    this.#values = values;
  }

  /** That of the values. */
  get dtype(): Dtype {
    return this.#values.dtype;
  }

  /** How many axes there are. */
  get ndim(): number {
    return this.shape.length;
  }

  /** How many elements there are, those that are not stored among them. */
  numel(): number {
    return this.shape.reduce((product, n) => product * n, 1);
  }

  /** Python's `len`: the size of the first axis. */
  get length(): number {
    return this.shape[0] ?? raise('invalid_argument', 'len() of a 0-d tensor');
  }

  /** Where the values stand: (ndim, nnz), int64, a column for each. Source: torch.Tensor.indices. */
  indices(): Tensor {
    return this.#indices;
  }

  /** The stored elements: (nnz). Source: torch.Tensor.values. */
  values(): Tensor {
    return this.#values;
  }

  /** As Python prints it. */
  toString(): string {
    return printSparse(this);
  }

  /** Zeros, but for the stored elements. */
  to_dense(): Tensor {
    const dense = emptyView(this.dtype, this.shape);
    const { buffer } = this.#values.strided.storage;
    const places = this.#indices.strided.bigints;
    const count = this.#values.numel();
    const strides = contiguousStrides(this.shape);
    // dense[indices[:, k]] = values[k]
    for (let k = 0; k < count; k++) {
      let at = 0;
      for (let axis = 0; axis < strides.length; axis++) at += Number(places[axis * count + k]!) * strides[axis]!;
      dense.storage.buffer[at] = buffer[k]!;
    }
    return new Tensor(dense);
  }
}

showAsText(SparseTensor);
