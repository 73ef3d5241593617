import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The logarithm to base 2, element by element; integers become float32.
 *
 *     out[i] = log₂(input[i])
 *
 * Source: torch.log2.
 */
export function log2(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `log2` into `self`.
 *
 *     self[i] ← log₂(self[i])
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.log2_.
 */
export function log2_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = log₂(a[i])
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.log2(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'log2',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(log₂ x) = dx / (x·ln 2)
  vjp: { gradFn: 'Log2Backward0', rules: [(grad, saved) => grad.div(saved.input(0).mul(Math.LN2))] },
};
