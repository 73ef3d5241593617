import { applyView, type ViewOp } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { inferShape, type Shape, shapeText } from '../../memory/shape.ts';
import { restride, stridesFor } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { listOf, type Sizes } from '../creation/sizes.ts';

// out[j] = self[i], where i and j have one row-major rank
const op: ViewOp<{ readonly size: Shape }> = {
  name: 'view',
  view: (input, { size }) => restride(input, size, stridesFor(input, size) ?? incompatible(input.shape, size)),
  vjp: { gradFn: 'ViewBackward0', rules: [(grad, saved) => grad.reshape(saved.shape(0))] },
};

const incompatible = (from: Shape, to: Shape): never =>
  raise(
    'shape_mismatch',
    `view: no strides read this tensor of shape ${shapeText(from)} as ${shapeText(to)}; reshape copies`,
  );

/**
 * The same memory under another shape, where one size may be -1. Source: torch.Tensor.view.
 * Raises shape_mismatch (also where only a copy would do), invalid_argument.
 */
export const view = (self: Tensor, ...size: Sizes): Tensor =>
  applyView(op, self, { size: inferShape(listOf(size), self.numel()) });
