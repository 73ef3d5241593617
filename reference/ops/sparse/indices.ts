import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * Where the stored elements of a sparse tensor stand. A dense one, as `self` is here, stores none: see
 * `SparseTensor.indices`.
 * Raises invalid_argument.
 * Source: torch.Tensor.indices.
 */
export function indices(self: Tensor): Tensor {
  return raise('invalid_argument', `indices: expected a sparse tensor, found one of layout ${self.layout}`);
}
