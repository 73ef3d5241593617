import type { Tensor } from '../../autograd/tensor.ts';
import { filledLike, type LikeOptions } from './filled.ts';

/**
 * Ones of input's shape, in its order in memory unless `memory_format` says another, and of its dtype if none is given.
 * Source: torch.ones_like.
 */
export const ones_like = (input: Tensor, options: LikeOptions = {}): Tensor => filledLike(input, 1, options);
