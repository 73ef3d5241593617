import type { Tensor } from '../../autograd/tensor.ts';
import { filledLike, type LikeOptions } from './filled.ts';

/**
 * Zeros of input's shape, in its order in memory unless `memory_format` says another, and of its dtype if none is given.
 * Source: torch.zeros_like.
 */
export const zeros_like = (input: Tensor, options: LikeOptions = {}): Tensor => filledLike(input, 0, options);
