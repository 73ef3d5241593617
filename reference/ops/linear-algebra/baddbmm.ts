import { applyInPlace } from '../../apply/in-place.ts';
import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { addedProduct, type Factors } from './added-product.ts';
import { multiplyPairs, productShape } from './bmm.ts';

/**
 * Adds the products of two stacks of matrices (b, n, k) and (b, k, m) to `input`, which is stretched to (b, n, m).
 *
 *     out[b, i, j] = beta·input[b, i, j] + alpha·Σₖ batch1[b, i, k]·batch2[b, k, j]
 *
 * Raises shape_mismatch, dtype_mismatch (nothing is promoted), unsupported_dtype (bool).
 * Source: torch.baddbmm.
 */
export function baddbmm(
  input: Tensor,
  batch1: Tensor,
  batch2: Tensor,
  { beta = 1, alpha = 1 }: Partial<Factors> = {},
): Tensor {
  return apply(op, [input, batch1, batch2], { beta, alpha });
}

/**
 * `baddbmm` into `self`, which has the shape of the products.
 *
 *     self[b, i, j] ← beta·self[b, i, j] + alpha·Σₖ batch1[b, i, k]·batch2[b, k, j]
 *
 * Raises what `baddbmm` does, leaf_inplace.
 * Source: torch.Tensor.baddbmm_.
 */
export function baddbmm_(
  self: Tensor,
  batch1: Tensor,
  batch2: Tensor,
  { beta = 1, alpha = 1 }: Partial<Factors> = {},
): Tensor {
  return applyInPlace(op, self, [batch1, batch2], { beta, alpha });
}

const op = addedProduct({
  name: 'baddbmm',
  gradFn: 'BaddbmmBackward0',
  shape: productShape,
  multiply: multiplyPairs,
  product: (a, b) => a.bmm(b),
});
