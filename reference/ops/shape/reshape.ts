import { applyView, asOwn, type ViewOp } from '../../apply/op.ts';
import { named } from '../../autograd/graph.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { contiguousStrides, inferShape, type Shape } from '../../memory/shape.ts';
import { restride, stridesFor } from '../../memory/view.ts';
import { listOf, type Sizes } from '../creation/sizes.ts';

/**
 * The same elements in row-major order under another shape, of which one size may be -1: a view if the strides allow
 * it, else a copy.
 *
 *     out[j] = input[i], where i and j have one row-major rank
 *
 * Raises shape_mismatch, invalid_argument (more than one -1).
 * Source: torch.reshape.
 */
export function reshape(input: Tensor, ...shape: Sizes): Tensor {
  const full = inferShape(listOf(shape), input.numel());
  if (stridesFor(input.strided, full) !== null) return applyView(op, input, { shape: full });
  return named(asOwn(applyView(op, input.contiguous(), { shape: full })), 'UnsafeViewBackward0');
}

const op: ViewOp<{ readonly shape: Shape }> = {
  name: 'reshape',
  view: (input, { shape }) => restride(input, shape, stridesFor(input, shape) ?? contiguousStrides(shape)),
  // d input[i] = d out[j]
  vjp: { gradFn: 'ViewBackward0', rules: [(grad, saved) => grad.reshape(saved.shape(0))] },
};
