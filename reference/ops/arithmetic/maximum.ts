import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { BinaryRow } from '../../kernels/loop.ts';
import { binary, broadcast, NONE, type None, promoted } from '../pointwise.ts';
import { shareOfTie } from './tie.ts';

/**
 * The larger of two tensors, element by element; NaN if either is.
 *
 *     out[i] = max(input[i], other[i])
 *
 * Shapes broadcast; the dtype is the promoted one. Raises shape_mismatch.
 * Source: torch.maximum.
 */
export function maximum(input: Tensor, other: Tensor): Tensor {
  return apply(op, [input, other], NONE);
}

// out[i] = max(a[i], b[i]), NaN if either is
const row: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.max(a[p + i * s]!, b[q + i * t]!);
};

const op: Op<None> = {
  name: 'maximum',
  shape: broadcast,
  dtype: promoted,
  layout: 'as-operands',
  forward: binary(row, (x, y) => (x > y ? x : y)),
  // The larger one gets the gradient; equal ones get half of it each.
  vjp: {
    gradFn: 'MaximumBackward0',
    rules: [
      (grad, saved) => shareOfTie(grad, saved.input(0), saved.input(1), 'lt'),
      (grad, saved) => shareOfTie(grad, saved.input(1), saved.input(0), 'lt'),
    ],
  },
};
