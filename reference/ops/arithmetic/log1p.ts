import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The natural logarithm of one more, element by element; integers become float32.
 *
 *     out[i] = ln(1 + input[i])
 *
 * Source: torch.log1p.
 */
export function log1p(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `log1p` into `self`.
 *
 *     self[i] ← ln(1 + self[i])
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.log1p_.
 */
export function log1p_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = ln(1 + a[i])
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.log1p(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'log1p',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(ln(1 + x)) = dx / (1 + x)
  vjp: { gradFn: 'Log1pBackward0', rules: [(grad, saved) => grad.div(saved.input(0).add(1))] },
};
