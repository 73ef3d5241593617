import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { BinaryRow } from '../../kernels/loop.ts';
import { binary, broadcast, NONE, type None, promoted } from '../pointwise.ts';
import { shareOfTie } from './tie.ts';

/**
 * The larger of two tensors, element by element, and the other one where one is NaN.
 *
 *     out[i] = max(input[i], other[i]) of those that are not NaN
 *
 * Shapes broadcast; the dtype is the promoted one. Raises shape_mismatch.
 * Source: torch.fmax.
 */
export function fmax(input: Tensor, other: Tensor): Tensor {
  return apply(op, [input, other], NONE);
}

// out[i] = max(a[i], b[i]), the other one if one is NaN
const row: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[p + i * s]!, b[q + i * t]!];
    if (Number.isNaN(x)) out[o + i] = y;
    else out[o + i] = Number.isNaN(y) ? x : Math.max(x, y);
  }
};

const op: Op<None> = {
  name: 'fmax',
  shape: broadcast,
  dtype: promoted,
  layout: 'as-operands',
  forward: binary(row, (x, y) => (x > y ? x : y)),
  // The larger one gets the gradient; equal ones get half of it each, and all of it what nothing tells apart.
  vjp: {
    gradFn: 'FmaxBackward0',
    rules: [
      (grad, saved) => shareOfTie(grad, saved.input(0), saved.input(1), 'lt'),
      (grad, saved) => shareOfTie(grad, saved.input(1), saved.input(0), 'lt'),
    ],
  },
};
