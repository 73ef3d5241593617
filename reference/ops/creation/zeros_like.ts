import type { Tensor } from '../../autograd/tensor.ts';
import { filledLike, type LikeOptions } from './filled.ts';

/**
 * Zeros of input's shape, in its order in memory unless `memory_format` says another, and of its dtype if none is
 * given.
 *
 *     out[i] = 0
 *
 * Raises invalid_argument (an order that does not fit), unsupported_dtype (integers that require grad).
 * Source: torch.zeros_like.
 */
export function zeros_like(input: Tensor, options: LikeOptions = {}): Tensor {
  return filledLike(input, 0, options);
}
