import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';
import { ofCircle } from './circle.ts';

/**
 * The angle in radians with that sine, element by element; integers become float32.
 *
 *     out[i] = arcsin(input[i])
 *
 * Source: torch.asin.
 */
export function asin(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `asin` into `self`.
 *
 *     self[i] ← arcsin(self[i])
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.asin_.
 */
export function asin_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = arcsin(a[i])
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.asin(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'asin',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(arcsin x) = dx / √(1 - x²)
  vjp: { gradFn: 'AsinBackward0', rules: [(grad, saved) => grad.mul(ofCircle(saved.input(0)))] },
};
