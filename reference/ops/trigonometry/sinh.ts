import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The hyperbolic sine, element by element; integers become float32.
 *
 *     out[i] = (e^input[i] - e^-input[i]) / 2
 *
 * Source: torch.sinh.
 */
export function sinh(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `sinh` into `self`.
 *
 *     self[i] ← (e^self[i] - e^-self[i]) / 2
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.sinh_.
 */
export function sinh_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = (e^a[i] - e^-a[i]) / 2
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.sinh(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'sinh',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(sinh x) = cosh x·dx
  vjp: { gradFn: 'SinhBackward0', rules: [(grad, saved) => grad.mul(saved.input(0).cosh())] },
};
