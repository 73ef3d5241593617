import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { erf as value } from '../../numbers/erf.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';
import { bellOf } from './bell.ts';

/**
 * The error function, element by element; integers become float32.
 *
 *     out[i] = 2/√π ∫ e^(-t²) dt from 0 to input[i]
 *
 * Source: torch.erf.
 */
export function erf(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `erf` into `self`.
 *
 *     self[i] ← 2/√π ∫ e^(-t²) dt from 0 to self[i]
 *
 * Raises dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.erf_.
 */
export function erf_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

// out[i] = 2/√π ∫ e^(-t²) dt from 0 to a[i]
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = value(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'erf',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(erf x) = 2/√π·e^(-x²)·dx
  vjp: { gradFn: 'ErfBackward0', rules: [(grad, saved) => grad.mul(bellOf(saved.input(0)))] },
};
