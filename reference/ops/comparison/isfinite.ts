import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { broadcast, NONE, type None } from '../pointwise.ts';
import { tells, toBool } from './tells.ts';

/**
 * Whether an element is neither infinite nor NaN.
 *
 *     out[i] = 1 if |input[i]| < ∞, else 0
 *
 * bool, in the input's shape.
 * Source: torch.isfinite.
 */
export function isfinite(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

const op: Op<None> = {
  name: 'isfinite',
  shape: broadcast,
  dtype: toBool,
  layout: 'as-operands',
  // out[i] = 1 if |input[i]| < ∞, else 0
  forward: tells(
    (x) => Number.isFinite(x),
    () => true,
  ),
  vjp: null,
};
