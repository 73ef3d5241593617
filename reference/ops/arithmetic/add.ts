import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { type BinaryRow, bigintBinaryLoop, binaryLoop } from '../../kernels/loop.ts';
import { toBigint, toNumber } from '../../numbers/scalar.ts';
import { broadcast } from '../pointwise.ts';
import { type Alpha, promotedWithAlpha } from './alpha.ts';

/**
 * Adds `alpha` times `other` to `input`, element by element; two bools by a logical or.
 *
 *     out[i] = input[i] + alpha·other[i]
 *
 * Shapes broadcast; the dtype is the promoted one, in which integers wrap. Raises shape_mismatch, invalid_argument (a
 * float `alpha` for integers).
 * Source: torch.add.
 */
export function add(input: Operand, other: Operand, { alpha = 1 }: Partial<Alpha> = {}): Tensor {
  return apply(op, [input, other], { alpha });
}

/**
 * `add` into `self`, which keeps its shape and dtype.
 *
 *     self[i] ← self[i] + alpha·other[i]
 *
 * Raises what `add` does, dtype_mismatch (a result of a higher kind than self's), leaf_inplace.
 * Source: torch.Tensor.add_.
 */
export function add_(self: Tensor, other: Operand, { alpha = 1 }: Partial<Alpha> = {}): Tensor {
  return applyInPlace(op, self, [other], { alpha });
}

// out[i] = a[i] + b[i]
const plain: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! + b[q + i * t]!;
};

// out[i] = a[i] + alpha·b[i]
const scaled =
  (alpha: number): BinaryRow =>
  (n, out, o, a, p, s, b, q, t) => {
    // A product of two int32 has more bits than a float64 holds.
    if (out instanceof Int32Array) {
      for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! + Math.imul(alpha, b[q + i * t]!);
    } else for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! + alpha * b[q + i * t]!;
  };

const op: Op<Alpha> = {
  name: 'add',
  shape: broadcast,
  dtype: promotedWithAlpha,
  layout: 'as-operands',
  forward: (out, [a, b], { alpha }) => {
    if (out.dtype === 'int64') {
      const k = toBigint(alpha);
      bigintBinaryLoop(out, a!, b!, (x, y) => x + k * y);
      return;
    }
    // Of bools, alpha only says whether b takes part: true + (−1)·true is true.
    const k = out.dtype === 'bool' ? Number(toNumber(alpha) !== 0) : toNumber(alpha);
    binaryLoop(out, a!, b!, k === 1 ? plain : scaled(k));
  },
  // d(a + αb) = da + α·db
  vjp: {
    gradFn: 'AddBackward0',
    rules: [(grad) => grad, (grad, { options: { alpha } }) => (alpha === 1 ? grad : grad.mul(alpha))],
  },
};
