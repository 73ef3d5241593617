import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The exponential function, element by element; integers become float32.
 *
 *     out[i] = e^input[i]
 *
 * Source: torch.exp.
 */
export function exp(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `exp` into `self`.
 *
 *     self[i] ← e^self[i]
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.exp_.
 */
export function exp_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = e^a[i]
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.exp(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'exp',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(e^x) = e^x·dx
  vjp: { gradFn: 'ExpBackward0', rules: [(grad, saved) => grad.mul(saved.result())] },
};
