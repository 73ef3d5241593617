import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import type { BinaryRow } from '../../kernels/loop.ts';
import type { Dtype } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { roundingOf } from '../../numbers/rounding.ts';
import { isScalar } from '../../numbers/scalar.ts';
import { binary, broadcast, promoted, promotedToFloatBesideNumbers } from '../pointwise.ts';
import { bigintFloor, bigintTrunc, floorRow, truncRow } from './div-rounding.ts';

/**
 * Divides element by element.
 *
 *     out[i] = input[i] / other[i],  ⌊input[i] / other[i]⌋ by `floor`,  that towards 0 by `trunc`
 *
 * Shapes broadcast; the dtype is the promoted one, float32 in place of integers unless rounded. Raises shape_mismatch,
 * invalid_argument (an unknown `rounding_mode`, a rounded quotient of integers by 0).
 * Source: torch.div.
 */
export function div(input: Operand, other: Operand, options: DivOptions = {}): Tensor {
  return apply(op, [input, other], { mode: modeOf(options) });
}

/**
 * `div` into `self`, which keeps its shape and dtype.
 *
 *     self[i] ← self[i] / other[i]
 *
 * Raises what `div` does, dtype_mismatch (integers, which cannot hold a quotient that is not rounded), leaf_inplace.
 * Source: torch.Tensor.div_.
 */
export function div_(self: Tensor, other: Operand, options: DivOptions = {}): Tensor {
  return applyInPlace(op, self, [other], { mode: modeOf(options) });
}

export interface DivOptions {
  /** Round towards -∞ or towards 0, and keep integers integers; null, the default: neither. */
  readonly rounding_mode?: 'floor' | 'trunc' | null;
}

// out[i] = a[i] / b[i]
const trueRow: BinaryRow = (n, out, o, a, p, s, b, q, t) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! / b[q + i * t]!;
};

const FORWARD = {
  true: () => binary(trueRow),
  floor: (dtype: Dtype) => binary(floorRow(roundingOf(dtype)), bigintFloor),
  trunc: (dtype: Dtype) => binary(truncRow(roundingOf(dtype)), bigintTrunc),
} as const;

const op: Op<{ readonly mode: keyof typeof FORWARD }> = {
  name: 'div',
  shape: broadcast,
  dtype: (operands, { mode }) => (mode === 'true' ? promotedToFloatBesideNumbers(operands) : promoted(operands)),
  layout: 'as-operands',
  forward: (out, inputs, { mode }) => FORWARD[mode](out.dtype)(out, inputs),
  // d(a/b) = da/b - (a/b)/b·db; a rounded quotient is flat
  vjp: {
    gradFn: ({ mode }, [a]) => (mode !== 'true' ? 'DivBackward2' : isScalar(a) ? 'MulBackward0' : 'DivBackward0'),
    rules: [
      // What is divided, and by what, is kept in every mode, as far as writing to it goes.
      (grad, saved) => {
        const b = saved.operand(1);
        return saved.options.mode === 'true' ? grad.div(b) : grad.zeros_like();
      },
      (grad, saved) => {
        const [a, b] = [saved.operand(0), saved.operand(1)];
        if (saved.options.mode !== 'true') return grad.zeros_like();
        return grad.mul(div(a, b).div(b)).neg();
      },
    ],
  },
};

function modeOf({ rounding_mode }: DivOptions): keyof typeof FORWARD {
  const mode = rounding_mode ?? 'true';
  return rounding_mode !== ('true' as never) && Object.hasOwn(FORWARD, mode)
    ? mode
    : raise('invalid_argument', `div: rounding_mode is 'floor', 'trunc' or null, not '${String(rounding_mode)}'`);
}
