import { apply, type Dtypes } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { type BinaryRow, binaryLoop } from '../../kernels/loop.ts';
import { sameShape, shapeText } from '../../memory/shape.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { where } from '../arithmetic/where.ts';
import { full } from '../creation/full.ts';
import { lossDtype, slopesOf } from './difference.ts';
import { type Reduction, reducible, reductionOf, type WeightedOptions } from './reduced-loss.ts';

/**
 * Squared near 0, and a line with the slope `delta` from there on, reduced; with `weight` each times its own.
 *
 *     out[i] = d²/2 if d <= delta, else delta·(d - delta/2),  d = |input[i] - target[i]|
 *
 * Operands broadcast; the result is in the dtype of `input`, and 0-d unless the reduction is `none`. Raises
 * shape_mismatch, unsupported_dtype (integers, bool), invalid_argument (a `delta` that is not above 0).
 * Source: torch.nn.functional.huber_loss.
 */
export function huber_loss(input: Tensor, target: Tensor, options: HuberOptions = {}): Tensor {
  const { delta = 1, weight } = options;
  const reduction = reductionOf(options);
  if (!(delta > 0)) raise('invalid_argument', `huber_loss: delta must be above 0: ${delta}`);
  if (weight === undefined) return apply(op, [input, target], { reduction, delta });
  if (!sameShape(weight.shape, input.shape)) {
    const [w, x] = [weight.shape, input.shape].map(shapeText);
    raise('shape_mismatch', `huber_loss: weights of ${w} for an input of ${x}`);
  }
  const each = apply(op, [input, target], { reduction: 'none', delta }).mul(weight);
  if (reduction === 'none') return each;
  // Not over the weights, as that of mse_loss.
  return reduction === 'sum' ? each.sum() : each.mean();
}

export interface HuberOptions extends WeightedOptions {
  /** Where the parabola ends, and the slope from there on. Default 1. */
  readonly delta?: number;
}

// With d = |a[i] − b[i]|: out[i] = d²/2 if d ≤ δ, else δ·(d − δ/2)
const row =
  (delta: number): BinaryRow =>
  (n, out, o, a, p, s, b, q, t) => {
    for (let i = 0; i < n; i++) {
      const d = Math.abs(a[p + i * s]! - b[q + i * t]!);
      out[o + i] = d > delta ? delta * (d - delta / 2) : (d * d) / 2;
    }
  };

// −δ if d ≤ −δ, δ if d ≥ δ, else d. NaN has a slope of NaN that does not change.
const slope = (d: Tensor, delta: number): Tensor => {
  const end = full([], delta, { dtype: d.dtype });
  return where(d.le(-delta), end.neg(), where(d.ge(delta), end, where(d.ne(d), d.detach(), d)));
};

/** Dtype rule: they meet in one floating dtype, and the result is what the first is. */
function dtypeOfInput(operands: readonly Operand[]): Dtypes {
  const { dtype } = operands[0] as Tensor;
  if (!isFloating(dtype)) raise('unsupported_dtype', `huber_loss is not implemented for ${dtype}`);
  return { compute: lossDtype(operands), result: dtype };
}

const op = reducible<{ readonly reduction: Reduction; readonly delta: number }>({
  name: 'huber_loss',
  dtype: dtypeOfInput,
  forward: (out, [input, target], { delta }) => binaryLoop(out, input!, target!, row(delta)),
  gradFn: 'HuberLossBackward0',
  slopes: slopesOf((d, { delta }) => slope(d, delta)),
});
