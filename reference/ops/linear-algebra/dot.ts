import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { multiply } from '../../kernels/matrix-product.ts';
import { type Shape, shapeText } from '../../memory/shape.ts';
import { restride } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { NONE, type None } from '../pointwise.ts';
import { oneDtype } from './one-dtype.ts';

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

function vectors([a, b]: readonly Shape[]): Shape {
  const [m, n] = [shapeText(a!), shapeText(b!)];
  if (a!.length !== 1 || b!.length !== 1) raise('shape_mismatch', `dot: expected two vectors, found ${m} and ${n}`);
  if (a![0] !== b![0]) raise('shape_mismatch', `dot: vectors of unequal lengths, ${m} and ${n}`);
  return [];
}

const op: Op<None> = {
  name: 'dot',
  shape: vectors,
  dtype: oneDtype,
  layout: 'row-major',
  // out = Σₖ a[k]·b[k]: a row times a column
  forward: (out, [a, b]) => {
    const n = a!.shape[0]!;
    const row = restride(a!, [1, n], [0, a!.strides[0]!]);
    const column = restride(b!, [n, 1], [b!.strides[0]!, 0]);
    multiply(restride(out, [1, 1], [1, 1]), row, column);
  },
  // d(a·b) = b·da + a·db
  vjp: {
    gradFn: 'DotBackward0',
    rules: [(grad, saved) => grad.mul(saved.input(1)), (grad, saved) => grad.mul(saved.input(0))],
  },
};
