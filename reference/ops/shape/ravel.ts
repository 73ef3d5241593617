import type { Tensor } from '../../autograd/tensor.ts';

/**
 * All elements of `input` in row-major order along one axis: a view if they lie in memory so, one behind the other, else a
 * copy.
 *
 *     out[j] = input[i], where j is the row-major rank of i
 *
 * Source: torch.ravel.
 */
export function ravel(input: Tensor): Tensor {
  return input.contiguous().reshape([-1]);
}
