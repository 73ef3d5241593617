import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import type { BinaryRow } from '../../kernels/loop.ts';
import { binary, broadcast, NONE, type None, promotedToBool } from '../pointwise.ts';

/**
 * Whether `input` is less than or equal to `other`, element by element; false beside a NaN. `other` may be a number.
 *
 *     out[i] = 1 if input[i] ≤ other[i], else 0
 *
 * bool; shapes broadcast, and the two are compared in their promoted dtype. Raises shape_mismatch.
 * Source: torch.le.
 */
export function le(input: Tensor, other: Operand): Tensor {
  return apply(op, [input, other], NONE);
}

// out[i] = 1 if a[i] ≤ b[i], else 0
const row: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! <= b[q + i * t]! ? 1 : 0;
};

const op: Op<None> = {
  name: 'le',
  shape: broadcast,
  dtype: promotedToBool,
  layout: 'as-operands',
  forward: binary(row, (x, y) => x <= y),
  vjp: null,
};
