import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The hyperbolic tangent, element by element; integers become float32.
 *
 *     out[i] = (e^input[i] - e^-input[i]) / (e^input[i] + e^-input[i])
 *
 * Source: torch.tanh.
 */
export function tanh(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `tanh` into `self`.
 *
 *     self[i] ← (e^self[i] - e^-self[i]) / (e^self[i] + e^-self[i])
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.tanh_.
 */
export function tanh_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = (e^a[i] - e^-a[i]) / (e^a[i] + e^-a[i])
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.tanh(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'tanh',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(tanh x) = (1 - tanh² x)·dx
  vjp: { gradFn: 'TanhBackward0', rules: [(grad, saved) => grad.mul(saved.result().square().neg().add(1))] },
};
