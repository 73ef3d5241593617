import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * Two to the power of each element; integers become float32.
 *
 *     out[i] = 2^input[i]
 *
 * Source: torch.exp2.
 */
export function exp2(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `exp2` into `self`.
 *
 *     self[i] ← 2^self[i]
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.exp2_.
 */
export function exp2_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = 2^a[i]
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = 2 ** a[p + i * s]!;
};

const op: Op<None> = {
  name: 'exp2',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(2ˣ) = 2ˣ·ln 2·dx
  vjp: { gradFn: 'Exp2Backward0', rules: [(grad, saved) => grad.mul(saved.result()).mul(Math.LN2)] },
};
