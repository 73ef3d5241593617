import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The logarithm to base 10, element by element; integers become float32.
 *
 *     out[i] = log₁₀(input[i])
 *
 * Source: torch.log10.
 */
export function log10(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `log10` into `self`.
 *
 *     self[i] ← log₁₀(self[i])
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.log10_.
 */
export function log10_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = log₁₀(a[i])
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.log10(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'log10',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(log₁₀ x) = dx / (x·ln 10)
  vjp: { gradFn: 'Log10Backward0', rules: [(grad, saved) => grad.div(saved.input(0).mul(Math.LN10))] },
};
