import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { broadcast, NONE, type None } from '../pointwise.ts';
import { tells, toBool } from './tells.ts';

/**
 * Whether an element is an infinity of either sign.
 *
 *     out[i] = 1 if |input[i]| = ∞, else 0
 *
 * bool, in the input's shape.
 * Source: torch.isinf.
 */
export function isinf(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

const op: Op<None> = {
  name: 'isinf',
  shape: broadcast,
  dtype: toBool,
  layout: 'as-operands',
  // out[i] = 1 if |input[i]| = ∞, else 0
  forward: tells(
    (x) => Math.abs(x) === Infinity,
    () => false,
  ),
  vjp: null,
};
