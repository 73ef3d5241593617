import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import type { BinaryRow } from '../../kernels/loop.ts';
import { binary, broadcast, NONE, type None, promoted } from '../pointwise.ts';

// out[i] = a[i]·b[i]
const row: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  // A product of two int32 has more bits than a float64 holds.
  if (out instanceof Int32Array) for (let i = 0; i < n; i++) out[o + i] = Math.imul(a[p + i * s]!, b[q + i * t]!);
  else for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! * b[q + i * t]!;
};

const op: Op<None> = {
  name: 'mul',
  shape: broadcast,
  dtype: promoted,
  layout: 'as-operands',
  forward: binary(row, (x, y) => x * y),
  // d(ab) = b·da + a·db
  vjp: {
    gradFn: 'MulBackward0',
    rules: [(grad, saved) => grad.mul(saved.operand(1)), (grad, saved) => grad.mul(saved.operand(0))],
  },
};

/** input·other, element by element; the shapes broadcast. Source: torch.mul. Raises shape_mismatch. */
export const mul = (input: Operand, other: Operand): Tensor => apply(op, [input, other], NONE);
/** self ← self·other, in self's shape and dtype. Raises shape_mismatch, dtype_mismatch. */
export const mul_ = (self: Tensor, other: Operand): Tensor => applyInPlace(op, self, [other], NONE);
