import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The cosine of angles in radians, element by element; integers become float32.
 *
 *     out[i] = cos(input[i])
 *
 * Source: torch.cos.
 */
export function cos(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `cos` into `self`.
 *
 *     self[i] ← cos(self[i])
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.cos_.
 */
export function cos_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = cos(a[i])
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.cos(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'cos',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(cos x) = -sin x·dx
  vjp: { gradFn: 'CosBackward0', rules: [(grad, saved) => grad.neg().mul(saved.input(0).sin())] },
};
