import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * One divided by the square root of each element; integers become float32.
 *
 *     out[i] = 1 / √input[i]
 *
 * Source: torch.rsqrt.
 */
export function rsqrt(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `rsqrt` into `self`.
 *
 *     self[i] ← 1 / √self[i]
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.rsqrt_.
 */
export function rsqrt_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = 1 / √a[i]
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = 1 / Math.sqrt(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'rsqrt',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(x^-½) = -½·x^-3/2·dx
  vjp: { gradFn: 'RsqrtBackward0', rules: [(grad, saved) => grad.mul(-0.5).mul(saved.result().pow(3))] },
};
