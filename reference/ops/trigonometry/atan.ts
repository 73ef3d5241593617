import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The angle in radians with that tangent, element by element; integers become float32.
 *
 *     out[i] = arctan(input[i])
 *
 * Source: torch.atan.
 */
export function atan(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `atan` into `self`.
 *
 *     self[i] ← arctan(self[i])
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.atan_.
 */
export function atan_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = arctan(a[i])
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.atan(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'atan',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(arctan x) = dx / (1 + x²)
  vjp: { gradFn: 'AtanBackward0', rules: [(grad, saved) => grad.div(saved.input(0).square().add(1))] },
};
