import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { NONE } from '../pointwise.ts';
import { innerProduct } from './inner-product.ts';

/**
 * The inner product of two vectors (n) and (n), the first of them conjugated, which a real one is by itself: 0-d.
 *
 *     out = Σₖ input[k]·other[k]
 *
 * Raises shape_mismatch, dtype_mismatch (nothing is promoted), unsupported_dtype (bool).
 * Source: torch.vdot.
 */
export function vdot(input: Tensor, other: Tensor): Tensor {
  return apply(op, [input, other], NONE);
}

const op = innerProduct('vdot', 'VdotBackward0');
