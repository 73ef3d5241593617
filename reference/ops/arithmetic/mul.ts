import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import type { BinaryRow } from '../../kernels/loop.ts';
import { binary, broadcast, NONE, type None, promotedBesideNumbers } from '../pointwise.ts';

/**
 * Multiplies element by element; two bools by a logical and.
 *
 *     out[i] = input[i]·other[i]
 *
 * Shapes broadcast; the dtype is the promoted one, in which integers wrap. Raises shape_mismatch.
 * Source: torch.mul.
 */
export function mul(input: Operand, other: Operand): Tensor {
  return apply(op, [input, other], NONE);
}

/**
 * `mul` into `self`, which keeps its shape and dtype.
 *
 *     self[i] ← self[i]·other[i]
 *
 * Raises shape_mismatch, dtype_mismatch (a result of a higher kind than self's), leaf_inplace.
 * Source: torch.Tensor.mul_.
 */
export function mul_(self: Tensor, other: Operand): Tensor {
  return applyInPlace(op, self, [other], NONE);
}

// out[i] = a[i]·b[i]
const row: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  // A product of two int32 has more bits than a float64 holds.
  if (out instanceof Int32Array) for (let i = 0; i < n; i++) out[o + i] = Math.imul(a[p + i * s]!, b[q + i * t]!);
  else for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! * b[q + i * t]!;
};

const op: Op<None> = {
  name: 'mul',
  shape: broadcast,
  dtype: promotedBesideNumbers,
  layout: 'as-operands',
  forward: binary(row, (x, y) => x * y),
  // d(ab) = b·da + a·db
  vjp: {
    gradFn: 'MulBackward0',
    rules: [(grad, saved) => grad.mul(saved.operand(1)), (grad, saved) => grad.mul(saved.operand(0))],
  },
};
