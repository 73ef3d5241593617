import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { BinaryRow } from '../../kernels/loop.ts';
import { binary, broadcast, NONE, type None, promoted } from '../pointwise.ts';
import { shareOfTie } from './tie.ts';

/**
 * The smaller of two tensors, element by element, and the other one where one is NaN.
 *
 *     out[i] = min(input[i], other[i]) of those that are not NaN
 *
 * Shapes broadcast; the dtype is the promoted one. Raises shape_mismatch.
 * Source: torch.fmin.
 */
export function fmin(input: Tensor, other: Tensor): Tensor {
  return apply(op, [input, other], NONE);
}

// out[i] = min(a[i], b[i]), the other one if one is NaN
const row: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[p + i * s]!, b[q + i * t]!];
    if (Number.isNaN(x)) out[o + i] = y;
    else out[o + i] = Number.isNaN(y) ? x : Math.min(x, y);
  }
};

const op: Op<None> = {
  name: 'fmin',
  shape: broadcast,
  dtype: promoted,
  layout: 'as-operands',
  forward: binary(row, (x, y) => (x < y ? x : y)),
  // The smaller one gets the gradient; equal ones get half of it each, and all of it what nothing tells apart.
  vjp: {
    gradFn: 'FminBackward0',
    rules: [
      (grad, saved) => shareOfTie(grad, saved.input(0), saved.input(1), 'gt'),
      (grad, saved) => shareOfTie(grad, saved.input(1), saved.input(0), 'gt'),
    ],
  },
};
