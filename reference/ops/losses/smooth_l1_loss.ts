import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { type BinaryRow, binaryLoop } from '../../kernels/loop.ts';
import { raise } from '../../numbers/errors.ts';
import { where } from '../arithmetic/where.ts';
import { promotedFloating } from './difference.ts';
import { l1_loss } from './l1_loss.ts';
import { type LossOptions, type Reduction, reducible, reductionOf } from './reduced-loss.ts';

/**
 * Squared near 0, absolute from `beta` on, reduced. A `beta` of 0 is `l1_loss`.
 *
 *     out[i] = d² / 2·beta if d < beta, else d - beta/2,  d = |input[i] - target[i]|
 *
 * Operands broadcast and promote; the result is 0-d unless the reduction is `none`. Raises shape_mismatch,
 * unsupported_dtype (integers, bool), invalid_argument (a negative `beta`).
 * Source: torch.nn.functional.smooth_l1_loss.
 */
export function smooth_l1_loss(input: Tensor, target: Tensor, options: SmoothL1Options = {}): Tensor {
  const { beta = 1 } = options;
  if (beta < 0) raise('invalid_argument', `smooth_l1_loss: beta must not be negative: ${beta}`);
  return beta === 0
    ? l1_loss(input, target, options)
    : apply(op, [input, target], { reduction: reductionOf(options), beta });
}

export interface SmoothL1Options extends LossOptions {
  /** Where the parabola ends. Default 1; 0 is l1_loss. */
  readonly beta?: number;
}

// With d = |a[i] − b[i]|: out[i] = d² / 2β if d < β, else d − β/2
const row =
  (beta: number): BinaryRow =>
  (n, out, o, a, p, s, b, q, t) => {
    for (let i = 0; i < n; i++) {
      const d = Math.abs(a[p + i * s]! - b[q + i * t]!);
      out[o + i] = d < beta ? (d * d) / (2 * beta) : d - beta / 2;
    }
  };

// −1 if d ≤ −β, 1 if d ≥ β, else d/β. NaN has a slope of NaN that does not change.
const slope = (d: Tensor, beta: number): Tensor => {
  const inside = where(d.ne(d), d.detach(), d.div(beta));
  return where(d.le(-beta), d.ones_like().neg(), where(d.ge(beta), d.ones_like(), inside));
};

const op = reducible<{ readonly reduction: Reduction; readonly beta: number }>({
  name: 'smooth_l1_loss',
  dtype: promotedFloating('smooth_l1_loss'),
  forward: (out, [input, target], { beta }) => binaryLoop(out, input!, target!, row(beta)),
  gradFn: 'SmoothL1LossBackward0',
  slopes: [
    (saved) => slope(saved.input(0).sub(saved.input(1)), saved.options.beta),
    (saved) => slope(saved.input(1).sub(saved.input(0)), saved.options.beta),
  ],
});
