import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { tells, toBool } from '../comparison/tells.ts';
import { broadcast, NONE, type None } from '../pointwise.ts';

/**
 * Whether an element is zero, or false.
 *
 *     out[i] = 1 if input[i] = 0, else 0
 *
 * bool, in the input's shape.
 * Source: torch.logical_not.
 */
export function logical_not(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

const op: Op<None> = {
  name: 'logical_not',
  shape: broadcast,
  dtype: toBool,
  layout: 'as-operands',
  // out[i] = 1 if input[i] = 0, else 0
  forward: tells(
    (x) => x === 0,
    (x) => x === 0n,
  ),
  vjp: null,
};
