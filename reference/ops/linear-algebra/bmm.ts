import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { multiply } from '../../kernels/matrix-product.ts';
import { type Shape, shapeText } from '../../memory/shape.ts';
import { restride, type View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { NONE, type None } from '../pointwise.ts';
import { oneDtype } from './one-dtype.ts';

/**
 * The products of two stacks of matrices, pair by pair: (b, n, k) by (b, k, m) is (b, n, m).
 *
 *     out[b, i, j] = Σₖ input[b, i, k]·mat2[b, k, j]
 *
 * Raises shape_mismatch, dtype_mismatch (nothing is promoted), unsupported_dtype (bool).
 * Source: torch.bmm.
 */
export function bmm(input: Tensor, mat2: Tensor): Tensor {
  return apply(op, [input, mat2], NONE);
}

export function productShape([a, b]: readonly Shape[]): Shape {
  if (a!.length !== 3 || b!.length !== 3) raise('shape_mismatch', 'bmm: both operands must have 3 axes');
  if (a![0] !== b![0] || a![2] !== b![1]) {
    raise('shape_mismatch', `bmm: ${shapeText(a!)} and ${shapeText(b!)} cannot be multiplied`);
  }
  return [a![0]!, a![1]!, b![2]!];
}

const matrix = (view: View, i: number): View =>
  restride(view, view.shape.slice(1), view.strides.slice(1), view.offset + i * view.strides[0]!);

/** Fills out[n] with the product a[n]·b[n], for each n. */
export function multiplyPairs(out: View, a: View, b: View): void {
  for (let n = 0; n < out.shape[0]!; n++) multiply(matrix(out, n), matrix(a, n), matrix(b, n));
}

const op: Op<None> = {
  name: 'bmm',
  shape: productShape,
  dtype: oneDtype,
  layout: 'row-major',
  // out[n] = a[n]·b[n], a matrix product for each n
  forward: (out, [a, b]) => multiplyPairs(out, a!, b!),
  // d(AB) = dA·B + A·dB, matrix by matrix, so dA = dC·Bᵀ and dB = Aᵀ·dC
  vjp: {
    gradFn: 'BmmBackward0',
    rules: [
      (grad, saved) => grad.bmm(saved.input(1).transpose(1, 2)),
      (grad, saved) => saved.input(0).transpose(1, 2).bmm(grad),
    ],
  },
};
