import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';
import { ofCircle } from './circle.ts';

/**
 * The angle in radians with that cosine, element by element; integers become float32.
 *
 *     out[i] = arccos(input[i])
 *
 * Source: torch.acos.
 */
export function acos(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `acos` into `self`.
 *
 *     self[i] ← arccos(self[i])
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.acos_.
 */
export function acos_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = arccos(a[i])
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.acos(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'acos',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(arccos x) = -dx / √(1 - x²)
  vjp: { gradFn: 'AcosBackward0', rules: [(grad, saved) => grad.neg().mul(ofCircle(saved.input(0)))] },
};
