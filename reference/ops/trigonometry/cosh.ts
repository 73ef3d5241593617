import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The hyperbolic cosine, element by element; integers become float32.
 *
 *     out[i] = (e^input[i] + e^-input[i]) / 2
 *
 * Source: torch.cosh.
 */
export function cosh(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `cosh` into `self`.
 *
 *     self[i] ← (e^self[i] + e^-self[i]) / 2
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.cosh_.
 */
export function cosh_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = (e^a[i] + e^-a[i]) / 2
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.cosh(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'cosh',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(cosh x) = sinh x·dx
  vjp: { gradFn: 'CoshBackward0', rules: [(grad, saved) => grad.mul(saved.input(0).sinh())] },
};
