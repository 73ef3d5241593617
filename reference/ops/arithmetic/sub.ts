import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { type BinaryRow, bigintBinaryLoop, binaryLoop } from '../../kernels/loop.ts';
import { raise } from '../../numbers/errors.ts';
import { isScalar, toBigint, toNumber } from '../../numbers/scalar.ts';
import { broadcast } from '../pointwise.ts';
import { type Alpha, promotedWithAlpha } from './alpha.ts';

/**
 * Subtracts `alpha` times `other` from `input`, element by element.
 *
 *     out[i] = input[i] - alpha·other[i]
 *
 * Shapes broadcast; the dtype is the promoted one, in which integers wrap. Raises shape_mismatch, unsupported_dtype
 * (bool), invalid_argument (a float `alpha` for integers).
 * Source: torch.sub.
 */
export function sub(input: Operand, other: Operand, { alpha = 1 }: Partial<Alpha> = {}): Tensor {
  return apply(op, [input, other], { alpha });
}

/**
 * `sub` into `self`, which keeps its shape and dtype.
 *
 *     self[i] ← self[i] - alpha·other[i]
 *
 * Raises what `sub` does, dtype_mismatch (a result of a higher kind than self's), leaf_inplace.
 * Source: torch.Tensor.sub_.
 */
export function sub_(self: Tensor, other: Operand, { alpha = 1 }: Partial<Alpha> = {}): Tensor {
  return applyInPlace(op, self, [other], { alpha });
}

// out[i] = a[i] - b[i]
const plain: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! - b[q + i * t]!;
};

// out[i] = a[i] + (0 - alpha)·b[i]: as PyTorch has it, so that nothing times b makes 0 of -0
const scaled =
  (alpha: number): BinaryRow =>
  (n, out, o, a, p, s, b, q, t) => {
    const minus = 0 - alpha;
    // A product of two int32 has more bits than a float64 holds.
    if (out instanceof Int32Array) {
      for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! - Math.imul(alpha, b[q + i * t]!);
    } else for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! + minus * b[q + i * t]!;
  };

const isBool = (x: Operand): boolean => (x instanceof Tensor ? x.dtype === 'bool' : typeof x === 'boolean');

const op: Op<Alpha> = {
  name: 'sub',
  shape: broadcast,
  dtype: (operands, options) => {
    if (operands.some(isBool)) raise('unsupported_dtype', 'sub: a bool cannot be subtracted, nor subtracted from');
    return promotedWithAlpha(operands, options);
  },
  layout: 'as-operands',
  forward: (out, [a, b], { alpha }) => {
    if (out.dtype === 'int64') {
      const k = toBigint(alpha);
      bigintBinaryLoop(out, a!, b!, (x, y) => x - k * y);
    } else binaryLoop(out, a!, b!, alpha === 1 ? plain : scaled(toNumber(alpha)));
  },
  // d(a - αb) = da - α·db
  vjp: {
    gradFn: (_, [a]) => (isScalar(a) ? 'RsubBackward1' : 'SubBackward0'),
    rules: [(grad) => grad, (grad, { options: { alpha } }) => (alpha === 1 ? grad.neg() : grad.mul(alpha).neg())],
  },
};
