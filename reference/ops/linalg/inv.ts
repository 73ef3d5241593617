import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { inverse } from './inverse.ts';

/**
 * The inverses of square matrices.
 *
 *     A·out = out·A = I
 *
 * Of float32 and float64. Raises shape_mismatch (no square matrices), unsupported_dtype, invalid_argument (a matrix without
 * an inverse).
 * Source: torch.linalg.inv.
 */
export function inv(A: Tensor): Tensor {
  return apply(inverse, [A], { singular: 'raises' });
}
