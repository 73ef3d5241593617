import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { BinaryRow } from '../../kernels/loop.ts';
import { binary, broadcast, NONE, type None, promotedToFloat } from '../pointwise.ts';

/**
 * The angle of a point from the first axis, from -π to π.
 *
 *     out[i] = the angle of the point (other[i], input[i])
 *
 * Shapes broadcast; the dtype is the promoted one, float32 in place of integers. Raises shape_mismatch.
 * Source: torch.atan2.
 */
export function atan2(input: Tensor, other: Tensor): Tensor {
  return apply(op, [input, other], NONE);
}

/**
 * `atan2` into `self`, which keeps its shape and dtype.
 *
 *     self[i] ← the angle of the point (other[i], self[i])
 *
 * Raises what `atan2` does, dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.atan2_.
 */
export function atan2_(self: Tensor, other: Tensor): Tensor {
  return applyInPlace(op, self, [other], NONE);
}

// out[i] = arg(b[i] + i·a[i])
const row: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.atan2(a[p + i * s]!, b[q + i * t]!);
};

/** 1 / (y² + x²), and 0 at the origin. */
function inverseSquare(y: Tensor, x: Tensor): Tensor {
  const square = y.mul(y).add(x.mul(x));
  return square.eq(0).where(0, square.reciprocal());
}

const op: Op<None> = {
  name: 'atan2',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: binary(row),
  // d(atan2(y, x)) = (x·dy - y·dx) / (y² + x²)
  vjp: {
    gradFn: 'Atan2Backward0',
    rules: [
      (grad, saved) => grad.mul(saved.input(1).mul(inverseSquare(saved.input(0), saved.input(1)))),
      (grad, saved) =>
        grad.mul(
          saved
            .input(0)
            .neg()
            .mul(inverseSquare(saved.input(0), saved.input(1))),
        ),
    ],
  },
};
