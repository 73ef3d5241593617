import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, unary } from '../pointwise.ts';
import { same } from './numbers.ts';

/**
 * The integer part, nearer to 0, element by element, in the input's shape and dtype; integers stay.
 *
 *     out[i] = trunc(input[i])
 *
 * Raises unsupported_dtype (bool).
 * Source: torch.trunc.
 */
export function trunc(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `trunc` into `self`.
 *
 *     self[i] ← trunc(self[i])
 *
 * Raises unsupported_dtype (bool), leaf_inplace.
 * Source: torch.Tensor.trunc_.
 */
export function trunc_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = trunc(a[i])
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.trunc(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'trunc',
  shape: broadcast,
  dtype: same('trunc'),
  layout: 'as-operands',
  forward: unary(row, (x) => x),
  // flat between its steps
  vjp: { gradFn: 'TruncBackward0', rules: [(grad) => grad.zeros_like()] },
};
