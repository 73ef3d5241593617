import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Dtypes, type Op } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand, Saved } from '../../autograd/vjp.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { isScalar, toNumber } from '../../numbers/scalar.ts';
import { binary, broadcast, promoted } from '../pointwise.ts';
import { bigintPower, powerRow, rootRow } from './power.ts';

/**
 * Raises `input` to the power `exponent`, element by element. Either, not both, may be a number.
 *
 *     out[i] = input[i]^exponent[i]
 *
 * Shapes broadcast; the dtype is the promoted one, in which integers wrap. Raises shape_mismatch, unsupported_dtype
 * (bool), invalid_argument (integers to a negative integer number, two numbers).
 * Source: torch.pow.
 */
export function pow(input: Operand, exponent: Operand): Tensor {
  if (isScalar(input) && isScalar(exponent)) raise('invalid_argument', 'pow: expected a tensor among its operands');
  return apply(op, [input, exponent], powerOf(exponent));
}

/**
 * `pow` into `self`, which keeps its shape and dtype.
 *
 *     self[i] ← self[i]^exponent[i]
 *
 * Raises what `pow` does, dtype_mismatch (integers to a floating power), leaf_inplace.
 * Source: torch.Tensor.pow_.
 */
export function pow_(self: Tensor, exponent: Operand): Tensor {
  return applyInPlace(op, self, [exponent], powerOf(exponent));
}

function dtype(operands: readonly Operand[]): Dtypes {
  const dtypes = promoted(operands);
  const exponent = operands[1]!;
  if (dtypes.result === 'bool') raise('unsupported_dtype', 'pow is not implemented for bool');
  if (!(exponent instanceof Tensor) && !isFloating(dtypes.result) && toNumber(exponent) < 0) {
    raise('invalid_argument', 'pow: an integer tensor has no negative integer power');
  }
  return dtypes;
}

interface Power {
  /** The exponent is the number 0.5 or −0.5, which PyTorch takes for a root: of −∞ there is none, and that of −0 is −0. */
  readonly root: boolean;
}

const powerOf = (exponent: Operand): Power => ({
  root: !(exponent instanceof Tensor) && Math.abs(toNumber(exponent)) === 0.5,
});

// d(xʸ)/dx = y·xʸ⁻¹, and 0 for y = 0 even where x⁻¹ is infinite
function toBase(grad: Tensor, saved: Saved<Power>): Tensor {
  const [x, y] = [saved.input(0), saved.operand(1)];
  if (!(y instanceof Tensor)) {
    const exponent = toNumber(y);
    return exponent === 0 ? grad.zeros_like() : grad.mul(x.pow(exponent - 1).mul(exponent));
  }
  // PyTorch keeps the power for either gradient, as far as writing to it goes.
  saved.result();
  return y.eq(0).where(0, grad.mul(y.mul(x.pow(y.sub(1)))));
}

// d(xʸ)/dy = xʸ·ln x, and 0 for x = 0 where the power is not infinite; an infinite gradient makes NaN of that 0
function toExponent(grad: Tensor, saved: Saved<Power>): Tensor {
  const [x, y] = [saved.operand(0), saved.input(1)];
  if (x instanceof Tensor) {
    const power = saved.result();
    // In the digits of the power, of which the base may have fewer.
    return grad.mul(
      x
        .eq(0)
        .mul(y.ge(0))
        .where(0, power.mul(x.to({ dtype: power.dtype }).log())),
    );
  }
  const slope = saved.result().mul(Math.log(toNumber(x)));
  return grad.mul(toNumber(x) === 0 ? y.ge(0).where(0, slope) : slope);
}

const power = binary(powerRow, bigintPower);

const root = binary(rootRow);

// out[i] = x[i]^y[i]
const op: Op<Power> = {
  name: 'pow',
  shape: broadcast,
  dtype,
  layout: 'as-operands',
  forward: (out, operands, options) => (options.root ? root : power)(out, operands),
  // d(xʸ) = y·xʸ⁻¹·dx + xʸ·ln x·dy
  vjp: {
    gradFn: (_, [x, y]) => (isScalar(x) ? 'PowBackward2' : isScalar(y) ? 'PowBackward0' : 'PowBackward1'),
    rules: [toBase, toExponent],
  },
};
