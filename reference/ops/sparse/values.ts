import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * The stored elements of a sparse tensor. A dense one, as `self` is here, stores none apart: see `SparseTensor.values`.
 * Raises invalid_argument.
 * Source: torch.Tensor.values.
 */
export function values(self: Tensor): Tensor {
  return raise('invalid_argument', `values: expected a sparse tensor, found one of layout ${self.layout}`);
}
