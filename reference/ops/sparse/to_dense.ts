import type { Tensor } from '../../autograd/tensor.ts';

/**
 * The dense form: of `self`, which is dense, the tensor itself.
 *
 *     out[i] = self[i]
 *
 * Source: torch.Tensor.to_dense.
 */
export function to_dense(self: Tensor): Tensor {
  return self;
}
