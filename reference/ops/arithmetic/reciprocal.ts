import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * One divided by each element; integers become float32.
 *
 *     out[i] = 1 / input[i]
 *
 * Source: torch.reciprocal.
 */
export function reciprocal(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `reciprocal` into `self`.
 *
 *     self[i] ← 1 / self[i]
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.reciprocal_.
 */
export function reciprocal_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = 1 / a[i]
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = 1 / a[p + i * s]!;
};

const op: Op<None> = {
  name: 'reciprocal',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(1/x) = -dx / x²
  vjp: { gradFn: 'ReciprocalBackward0', rules: [(grad, saved) => grad.neg().mul(saved.result().square())] },
};
