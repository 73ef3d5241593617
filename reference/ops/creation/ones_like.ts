import type { Tensor } from '../../autograd/tensor.ts';
import { filledLike, type LikeOptions } from './filled.ts';

/**
 * Ones of input's shape, in its order in memory unless `memory_format` says another, and of its dtype if none is given.
 *
 *     out[i] = 1
 *
 * Raises invalid_argument (an order that does not fit), unsupported_dtype (integers that require grad).
 * Source: torch.ones_like.
 */
export function ones_like(input: Tensor, options: LikeOptions = {}): Tensor {
  return filledLike(input, 1, options);
}
