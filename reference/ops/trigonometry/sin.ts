import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The sine of angles in radians, element by element; integers become float32.
 *
 *     out[i] = sin(input[i])
 *
 * Source: torch.sin.
 */
export function sin(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `sin` into `self`.
 *
 *     self[i] ← sin(self[i])
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.sin_.
 */
export function sin_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = sin(a[i])
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.sin(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'sin',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(sin x) = cos x·dx
  vjp: { gradFn: 'SinBackward0', rules: [(grad, saved) => grad.mul(saved.input(0).cos())] },
};
