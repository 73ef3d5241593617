import { applyView, type ViewOp } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { checkIntegers, normalizeDim } from '../../memory/shape.ts';
import { restride } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { listOf, type Sizes } from '../creation/sizes.ts';

/**
 * Reorders the axes of `input`: all of them, each once. A view.
 *
 *     out has axis k where input has axis dims[k]
 *
 * Raises shape_mismatch (too few or too many), index_out_of_range, invalid_argument (one twice).
 * Source: torch.permute.
 */
export function permute(input: Tensor, ...axes: Sizes): Tensor {
  const dims = listOf(axes);
  if (checkIntegers(dims).length !== input.ndim) {
    raise('shape_mismatch', `permute: ${dims.length} dims for a tensor of ${input.ndim} axes`);
  }
  const order = dims.map((d) => normalizeDim(d, input.ndim));
  if (new Set(order).size !== order.length) raise('invalid_argument', 'permute: a dim appears more than once');
  return applyView(op, input, { dims: order });
}

// out axis i is input axis dims[i]
const op: ViewOp<{ readonly dims: readonly number[] }> = {
  name: 'permute',
  view: (input, { dims }) =>
    restride(
      input,
      dims.map((d) => input.shape[d]!),
      dims.map((d) => input.strides[d]!),
    ),
  // d input is d out with its axes put back: axis dims[k] is axis k
  vjp: {
    gradFn: 'PermuteBackward0',
    rules: [(grad, { options: { dims } }) => grad.permute(dims.map((_, axis) => dims.indexOf(axis)))],
  },
};
