import type { Tensor } from '../../autograd/tensor.ts';
import { DEFAULT_FLOAT } from '../../numbers/dtype.ts';
import type { CreationOptions } from './creation-options.ts';
import { filled } from './filled.ts';
import { type SizesAndOptions, sizesAndOptions } from './sizes.ts';

/**
 * Ones: `ones([2, 3])` or `ones(2, 3)`; float32 if no dtype is given.
 *
 *     out[i] = 1
 *
 * Raises invalid_argument (negative sizes), unsupported_dtype (integers that require grad).
 * Source: torch.ones.
 */
export function ones(...args: SizesAndOptions<CreationOptions>): Tensor {
  const [size, options] = sizesAndOptions(args);
  return filled(size, 1, options.dtype ?? DEFAULT_FLOAT, options);
}
