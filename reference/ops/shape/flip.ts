import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { checkIntegers, distinctDims } from '../../memory/shape.ts';
import { backwards } from '../../memory/view.ts';
import { listOf, type Sizes } from '../creation/sizes.ts';
import { broadcast, promoted } from '../pointwise.ts';

/**
 * The elements of `input` in the reverse order along the axes `dims`. A copy, in the order of the input's memory.
 *
 *     out[…, i, …] = input[…, n - 1 - i, …] along each axis of `dims`, n its size
 *
 * Raises index_out_of_range, invalid_argument (an axis named twice).
 * Source: torch.flip.
 */
export function flip(input: Tensor, ...dims: Sizes): Tensor {
  return apply(op, [input], { dims: distinctDims(checkIntegers(listOf(dims)), input.ndim) });
}

const op: Op<{ readonly dims: readonly number[] }> = {
  name: 'flip',
  shape: broadcast,
  dtype: promoted,
  layout: 'as-operands',
  // out[i] = input[n - 1 - i]
  forward: (out, [input], { dims }) => copyInto(out, backwards(input!, dims)),
  // d input is d out in the reverse order: to flip is its own inverse
  vjp: { gradFn: 'FlipBackward0', rules: [(grad, { options: { dims } }) => grad.flip(dims)] },
};
