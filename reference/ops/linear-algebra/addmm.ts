import { applyInPlace } from '../../apply/in-place.ts';
import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { multiply } from '../../kernels/matrix-product.ts';
import { addedProduct, type Factors } from './added-product.ts';
import { productShape } from './mm.ts';

/**
 * Adds the product of two matrices (n, k) and (k, m) to `input`, which is stretched to (n, m).
 *
 *     out[i, j] = beta·input[i, j] + alpha·Σₖ mat1[i, k]·mat2[k, j]
 *
 * Raises shape_mismatch, dtype_mismatch (nothing is promoted), unsupported_dtype (bool).
 * Source: torch.addmm.
 */
export function addmm(
  input: Tensor,
  mat1: Tensor,
  mat2: Tensor,
  { beta = 1, alpha = 1 }: Partial<Factors> = {},
): Tensor {
  return apply(op, [input, mat1, mat2], { beta, alpha });
}

/**
 * `addmm` into `self`, which has the shape of the product.
 *
 *     self[i, j] ← beta·self[i, j] + alpha·Σₖ mat1[i, k]·mat2[k, j]
 *
 * Raises what `addmm` does, leaf_inplace.
 * Source: torch.Tensor.addmm_.
 */
export function addmm_(
  self: Tensor,
  mat1: Tensor,
  mat2: Tensor,
  { beta = 1, alpha = 1 }: Partial<Factors> = {},
): Tensor {
  return applyInPlace(op, self, [mat1, mat2], { beta, alpha });
}

const op = addedProduct({
  name: 'addmm',
  gradFn: 'AddmmBackward0',
  shape: productShape,
  multiply,
  product: (a, b) => a.mm(b),
});
