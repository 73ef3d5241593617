import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * Radians in degrees, element by element; integers become float32.
 *
 *     out[i] = input[i]·180/π
 *
 * Source: torch.rad2deg.
 */
export function rad2deg(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `rad2deg` into `self`.
 *
 *     self[i] ← self[i]·180/π
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.rad2deg_.
 */
export function rad2deg_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

const FACTOR = 180 / Math.PI;

// out[i] = a[i]·180/π
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! * FACTOR;
};

const op: Op<None> = {
  name: 'rad2deg',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(x·180/π) = dx·180/π
  vjp: { gradFn: 'Rad2DegBackward0', rules: [(grad) => grad.mul(FACTOR)] },
};
