import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { BinaryRow } from '../../kernels/loop.ts';
import { binary, broadcast, NONE, type None, promotedToBool } from '../pointwise.ts';

/**
 * Whether both elements are other than zero.
 *
 *     out[i] = 1 if input[i] ≠ 0 and other[i] ≠ 0, else 0
 *
 * bool; shapes broadcast. Raises shape_mismatch.
 * Source: torch.logical_and.
 */
export function logical_and(input: Tensor, other: Tensor): Tensor {
  return apply(op, [input, other], NONE);
}

// out[i] = 1 if a[i] ≠ 0 and b[i] ≠ 0, else 0
const row: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! !== 0 && b[q + i * t]! !== 0 ? 1 : 0;
};

const op: Op<None> = {
  name: 'logical_and',
  shape: broadcast,
  dtype: promotedToBool,
  layout: 'as-operands',
  forward: binary(row, (x, y) => x !== 0n && y !== 0n),
  vjp: null,
};
