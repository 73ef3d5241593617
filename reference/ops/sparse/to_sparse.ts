import { Tensor } from '../../autograd/tensor.ts';
import { contiguousStrides } from '../../memory/shape.ts';
import { emptyView } from '../../memory/view.ts';
import { SparseTensor } from './sparse-tensor.ts';

/**
 * The elements of `self` that are not 0, in row-major order, and where they stand; NaN is one of them, -0 is not.
 * Outside the graph.
 *
 *     self[indices[:, k]] = values[k]
 *
 * `indices` is (ndim, nnz) and int64, `values` (nnz) in self's dtype.
 * Source: torch.Tensor.to_sparse.
 */
export function to_sparse(self: Tensor): SparseTensor {
  const { storage, offset } = self.contiguous().strided;
  const kept: number[] = [];
  for (let i = 0; i < self.numel(); i++) {
    // biome-ignore lint/suspicious/noDoubleEquals: 0 == 0n, whichever of the two the buffer holds
    if (storage.buffer[offset + i] != 0) kept.push(i);
  }
  const values = emptyView(self.dtype, [kept.length]);
  const indices = emptyView('int64', [self.ndim, kept.length]);
  const strides = contiguousStrides(self.shape);
  // element kept[k] stands at indices[:, k]
  kept.forEach((at, k) => {
    values.storage.buffer[k] = storage.buffer[offset + at]!;
    strides.forEach((stride, axis) => {
      indices.bigints[axis * kept.length + k] = BigInt(Math.floor(at / stride) % self.shape[axis]!);
    });
  });
  return new SparseTensor(self.shape, new Tensor(indices), new Tensor(values));
}
