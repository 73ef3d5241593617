import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, unary } from '../pointwise.ts';
import { same } from './numbers.ts';

/**
 * The greatest integer that is not greater, element by element, in the input's shape and dtype; integers stay.
 *
 *     out[i] = ⌊input[i]⌋
 *
 * Raises unsupported_dtype (bool).
 * Source: torch.floor.
 */
export function floor(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `floor` into `self`.
 *
 *     self[i] ← ⌊self[i]⌋
 *
 * Raises unsupported_dtype (bool), leaf_inplace.
 * Source: torch.Tensor.floor_.
 */
export function floor_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = ⌊a[i]⌋
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.floor(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'floor',
  shape: broadcast,
  dtype: same('floor'),
  layout: 'as-operands',
  forward: unary(row, (x) => x),
  // flat between its steps
  vjp: { gradFn: 'FloorBackward0', rules: [(grad) => grad.zeros_like()] },
};
