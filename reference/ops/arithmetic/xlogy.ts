import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import type { BinaryRow } from '../../kernels/loop.ts';
import { isScalar, toNumber } from '../../numbers/scalar.ts';
import { binary, broadcast, NONE, type None, promotedToFloat } from '../pointwise.ts';

/**
 * The first times the logarithm of the second, where nothing times any logarithm is nothing. Either may be a number.
 *
 *     out[i] = NaN if other[i] is NaN, 0 if input[i] = 0, else input[i]·ln other[i]
 *
 * Shapes broadcast; the dtype is the promoted one, float32 in place of integers. Raises shape_mismatch.
 * Source: torch.xlogy.
 */
export function xlogy(input: Operand, other: Operand): Tensor {
  return apply(op, [input, other], NONE);
}

/**
 * `xlogy` into `self`, which keeps its shape and dtype.
 *
 *     self[i] ← self[i]·ln other[i]
 *
 * Raises what `xlogy` does, dtype_mismatch (integers, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.xlogy_.
 */
export function xlogy_(self: Tensor, other: Operand): Tensor {
  return applyInPlace(op, self, [other], NONE);
}

// out[i] = NaN if b[i] is NaN, 0 if a[i] = 0, else a[i]·ln b[i]
const row: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[p + i * s]!, b[q + i * t]!];
    out[o + i] = x === 0 && !Number.isNaN(y) ? 0 : x * Math.log(y);
  }
};

const op: Op<None> = {
  name: 'xlogy',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: binary(row),
  // d(x·ln y) = ln y·dx + x/y·dy
  vjp: {
    gradFn: (_, [x, y]) => (isScalar(x!) ? 'XlogyBackward1' : isScalar(y!) ? 'XlogyBackward2' : 'XlogyBackward0'),
    rules: [
      // What comes back as 0 stays 0, and so does what nothing was multiplied by.
      (grad, saved) => {
        const [x, y] = [saved.input(0), saved.operand(1)];
        const slope = xlogy(grad, y);
        if (y instanceof Tensor) return x.eq(0).logical_and(y.le(0)).where(0, slope);
        return toNumber(y) <= 0 ? x.eq(0).where(0, slope) : slope;
      },
      (grad, saved) => {
        const x = saved.operand(0);
        return grad.mul(x instanceof Tensor ? x.div(saved.input(1)) : saved.input(1).reciprocal().mul(x));
      },
    ],
  },
};
