import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * Degrees in radians, element by element; integers become float32.
 *
 *     out[i] = input[i]·π/180
 *
 * Source: torch.deg2rad.
 */
export function deg2rad(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `deg2rad` into `self`.
 *
 *     self[i] ← self[i]·π/180
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.deg2rad_.
 */
export function deg2rad_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

const FACTOR = Math.PI / 180;

// out[i] = a[i]·π/180
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! * FACTOR;
};

const op: Op<None> = {
  name: 'deg2rad',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(x·π/180) = dx·π/180
  vjp: { gradFn: 'Deg2RadBackward0', rules: [(grad) => grad.mul(FACTOR)] },
};
