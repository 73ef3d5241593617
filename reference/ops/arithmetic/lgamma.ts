import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { lgamma as value } from '../../numbers/gamma.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';
import { polygammaOf } from './polygamma.ts';

/**
 * The logarithm of the absolute value of the gamma function, element by element; integers become float32.
 *
 *     out[i] = ln |Γ(input[i])|
 *
 * Source: torch.lgamma.
 */
export function lgamma(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `lgamma` into `self`.
 *
 *     self[i] ← ln |Γ(self[i])|
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.lgamma_.
 */
export function lgamma_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = ln |Γ(a[i])|
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = value(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'lgamma',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(ln |Γ(x)|) = ψ(x)·dx
  vjp: { gradFn: 'LgammaBackward0', rules: [(grad, saved) => grad.mul(polygammaOf(0, saved.input(0)))] },
};
