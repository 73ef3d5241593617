import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import type { BinaryRow } from '../../kernels/loop.ts';
import { isScalar } from '../../numbers/scalar.ts';
import { binary, broadcast, NONE, type None, promotedToFloat } from '../pointwise.ts';

/**
 * The size of the first operand with the sign of the second, which may be a number.
 *
 *     out[i] = |input[i]| with the sign of other[i]
 *
 * Shapes broadcast; the dtype is the promoted one, float32 in place of integers. Raises shape_mismatch.
 * Source: torch.copysign.
 */
export function copysign(input: Tensor, other: Operand): Tensor {
  return apply(op, [input, other], NONE);
}

/**
 * `copysign` into `self`, which keeps its shape and dtype.
 *
 *     self[i] ← |self[i]| with the sign of other[i]
 *
 * Raises what `copysign` does, dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.copysign_.
 */
export function copysign_(self: Tensor, other: Operand): Tensor {
  return applyInPlace(op, self, [other], NONE);
}

// out[i] = |a[i]| with the sign of b[i]
const row: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) {
    const [size, sign] = [Math.abs(a[p + i * s]!), b[q + i * t]!];
    out[o + i] = sign < 0 || Object.is(sign, -0) ? -size : size;
  }
};

const op: Op<None> = {
  name: 'copysign',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: binary(row),
  // d(±x) = ±dx, the sign as in out/x
  vjp: {
    gradFn: (_, [, y]) => (isScalar(y!) ? 'CopysignBackward1' : 'CopysignBackward0'),
    rules: [
      (grad, saved) => {
        const x = saved.input(0);
        return grad.mul(x.eq(0).where(0, saved.result().div(x)).detach());
      },
      (grad) => grad.zeros_like(),
    ],
  },
};
