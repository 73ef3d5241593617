import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { multiply } from '../../kernels/matrix-product.ts';
import { type Shape, shapeText } from '../../memory/shape.ts';
import { restride } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { NONE, type None } from '../pointwise.ts';
import { oneDtype } from './one-dtype.ts';

/**
 * A matrix (n, m) times a vector (m): (n).
 *
 *     out[i] = Σₖ input[i, k]·vec[k]
 *
 * Raises shape_mismatch, dtype_mismatch (nothing is promoted), unsupported_dtype (bool).
 * Source: torch.mv.
 */
export function mv(input: Tensor, vec: Tensor): Tensor {
  return apply(op, [input, vec], NONE);
}

function rowsOf([a, v]: readonly Shape[]): Shape {
  const [m, n] = [shapeText(a!), shapeText(v!)];
  const fits = a!.length === 2 && v!.length === 1;
  if (!fits) raise('shape_mismatch', `mv: expected a matrix and a vector, found ${m} and ${n}`);
  if (a![1] !== v![0]) raise('shape_mismatch', `mv: a matrix of ${m} cannot be multiplied by a vector of ${n}`);
  return [a![0]!];
}

const op: Op<None> = {
  name: 'mv',
  shape: rowsOf,
  dtype: oneDtype,
  layout: 'row-major',
  // out[i] = Σₖ a[i, k]·v[k]: v as a matrix of one column
  forward: (out, [a, v]) => {
    multiply(restride(out, [a!.shape[0]!, 1], [1, 1]), a!, restride(v!, [a!.shape[1]!, 1], [v!.strides[0]!, 0]));
  },
  // d(A·v) = dA·v + A·dv, so dA = g·vᵀ and dv = Aᵀ·g
  vjp: {
    gradFn: 'MvBackward0',
    rules: [(grad, saved) => grad.unsqueeze(1).mul(saved.input(1)), (grad, saved) => saved.input(0).T.mv(grad)],
  },
};
