import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { multiply } from '../../kernels/matrix-product.ts';
import { type Shape, shapeText } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { NONE, type None } from '../pointwise.ts';
import { oneDtype } from './one-dtype.ts';

/**
 * The product of two matrices: (n, k) by (k, m) is (n, m).
 *
 *     out[i, j] = Σₖ input[i, k]·mat2[k, j]
 *
 * Raises shape_mismatch, dtype_mismatch (nothing is promoted), unsupported_dtype (bool).
 * Source: torch.mm.
 */
export function mm(input: Tensor, mat2: Tensor): Tensor {
  return apply(op, [input, mat2], NONE);
}

export function productShape([a, b]: readonly Shape[]): Shape {
  if (a!.length !== 2 || b!.length !== 2) raise('shape_mismatch', 'mm: both operands must have 2 axes');
  if (a![1] !== b![0]) raise('shape_mismatch', `mm: ${shapeText(a!)} and ${shapeText(b!)} cannot be multiplied`);
  return [a![0]!, b![1]!];
}

const op: Op<None> = {
  name: 'mm',
  shape: productShape,
  dtype: oneDtype,
  layout: 'row-major',
  // out[i, j] = Σₖ a[i, k]·b[k, j]
  forward: (out, [a, b]) => multiply(out, a!, b!),
  // d(AB) = dA·B + A·dB, so dA = dC·Bᵀ and dB = Aᵀ·dC
  vjp: {
    gradFn: 'MmBackward0',
    rules: [(grad, saved) => grad.mm(saved.input(1).T), (grad, saved) => saved.input(0).T.mm(grad)],
  },
};
