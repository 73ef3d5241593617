import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { erfc as value } from '../../numbers/erf.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';
import { bellOf } from './bell.ts';

/**
 * One less the error function, element by element; integers become float32.
 *
 *     out[i] = 2/√π ∫ e^(-t²) dt from input[i] to ∞
 *
 * Source: torch.erfc.
 */
export function erfc(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `erfc` into `self`.
 *
 *     self[i] ← 2/√π ∫ e^(-t²) dt from self[i] to ∞
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.erfc_.
 */
export function erfc_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = 2/√π ∫ e^(-t²) dt from a[i] to ∞
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = value(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'erfc',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(erfc x) = -2/√π·e^(-x²)·dx
  vjp: { gradFn: 'ErfcBackward0', rules: [(grad, saved) => grad.mul(bellOf(saved.input(0)).neg())] },
};
