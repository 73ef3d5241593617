import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The exponential function less one, element by element; integers become float32.
 *
 *     out[i] = e^input[i] - 1
 *
 * Source: torch.expm1.
 */
export function expm1(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `expm1` into `self`.
 *
 *     self[i] ← e^self[i] - 1
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.expm1_.
 */
export function expm1_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = e^a[i] - 1
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.expm1(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'expm1',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(eˣ - 1) = eˣ·dx
  vjp: { gradFn: 'Expm1Backward0', rules: [(grad, saved) => grad.mul(saved.result().add(1))] },
};
