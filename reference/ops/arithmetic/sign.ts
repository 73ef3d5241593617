import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promoted, unary } from '../pointwise.ts';

/**
 * The sign, element by element, in the input's shape and dtype; 0 of NaN.
 *
 *     out[i] = -1 if input[i] < 0,  0 if input[i] = 0,  1 if input[i] > 0
 *
 * Source: torch.sign.
 */
export function sign(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

// out[i] = -1, 0 or 1, and 0 for NaN
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Number(a[p + i * s]! > 0) - Number(a[p + i * s]! < 0);
};

const op: Op<None> = {
  name: 'sign',
  shape: broadcast,
  dtype: promoted,
  layout: 'as-operands',
  forward: unary(row, (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n)),
  // flat on both sides of 0
  vjp: { gradFn: 'SignBackward0', rules: [(grad) => grad.zeros_like()] },
};
