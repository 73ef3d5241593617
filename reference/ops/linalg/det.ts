import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { determinant, factor } from '../../kernels/lu.ts';
import { matrixAt, startsOf } from '../../kernels/matrices.ts';
import { NONE, type None } from '../pointwise.ts';
import { inverse } from './inverse.ts';
import { square, wideFloat } from './square.ts';

/**
 * The determinants of square matrices.
 *
 *     out = Σ sign(σ)·Πᵢ A[i, σ(i)], over all permutations σ
 *
 * Of float32 and float64. Raises shape_mismatch (no square matrices), unsupported_dtype.
 * Source: torch.linalg.det.
 */
export function det(A: Tensor): Tensor {
  return apply(op, [A], NONE);
}

const op: Op<None> = {
  name: 'linalg.det',
  shape: ([a]) => square('linalg.det', a!).slice(0, -2),
  dtype: (operands) => wideFloat('linalg.det', operands),
  layout: 'row-major',
  // The product of the pivots of PA = LU
  forward: (out, [a]) => {
    const n = a!.shape.at(-1)!;
    startsOf(a!).forEach((start, k) => {
      out.numbers[k] = determinant(factor(matrixAt(a!, start), n));
    });
  },
  // d det A = det A·tr(A⁻¹·dA), so dA = g·det A·A⁻ᵀ; of a matrix without an inverse 0, as PyTorch has it
  vjp: {
    gradFn: 'LinalgDetBackward0',
    rules: [
      (grad, saved) => {
        const transposed = apply(inverse, [saved.input(0)], { singular: 'zeros' }).transpose(-2, -1);
        return transposed.mul(grad.mul(saved.result()).unsqueeze(-1).unsqueeze(-1));
      },
    ],
  },
};
