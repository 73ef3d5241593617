import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { broadcast, NONE, type None } from '../pointwise.ts';
import { tells, toBool } from './tells.ts';

/**
 * Whether the sign of an element is set.
 *
 *     out[i] = 1 if input[i] < 0, or input[i] is -0, else 0
 *
 * bool, in the input's shape.
 * Source: torch.signbit.
 */
export function signbit(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

const op: Op<None> = {
  name: 'signbit',
  shape: broadcast,
  dtype: toBool,
  layout: 'as-operands',
  // out[i] = 1 if input[i] < 0, or input[i] is -0, else 0
  forward: tells(
    (x) => x < 0 || Object.is(x, -0),
    (x) => x < 0n,
  ),
  vjp: null,
};
