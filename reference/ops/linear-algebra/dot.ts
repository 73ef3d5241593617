import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { NONE } from '../pointwise.ts';
import { innerProduct } from './inner-product.ts';

/**
 * The inner product of two vectors (n) and (n): 0-d.
 *
 *     out = Σₖ input[k]·tensor[k]
 *
 * Raises shape_mismatch, dtype_mismatch (nothing is promoted), unsupported_dtype (bool).
 * Source: torch.dot.
 */
export function dot(input: Tensor, tensor: Tensor): Tensor {
  return apply(op, [input, tensor], NONE);
}

const op = innerProduct('dot', 'DotBackward0');
