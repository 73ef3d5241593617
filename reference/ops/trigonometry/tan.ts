import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The tangent of angles in radians, element by element; integers become float32.
 *
 *     out[i] = tan(input[i])
 *
 * Source: torch.tan.
 */
export function tan(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `tan` into `self`.
 *
 *     self[i] ← tan(self[i])
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.tan_.
 */
export function tan_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = tan(a[i])
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.tan(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'tan',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(tan x) = (1 + tan² x)·dx
  vjp: { gradFn: 'TanBackward0', rules: [(grad, saved) => grad.mul(saved.result().square().add(1))] },
};
