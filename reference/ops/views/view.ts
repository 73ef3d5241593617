import { applyView, type ViewOp } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { inferShape, type Shape, shapeText } from '../../memory/shape.ts';
import { restride, stridesFor } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { listOf, type Sizes } from '../creation/sizes.ts';

/**
 * The memory of `self` under another shape, of which one size may be -1.
 *
 *     out[j] = self[i], where i and j have one row-major rank
 *
 * Raises shape_mismatch (also where only a copy would do), invalid_argument (more than one -1).
 * Source: torch.Tensor.view.
 */
export function view(self: Tensor, ...size: Sizes): Tensor {
  return applyView(op, self, { size: inferShape(listOf(size), self.numel()) });
}

// out[j] = self[i], where i and j have one row-major rank
const op: ViewOp<{ readonly size: Shape }> = {
  name: 'view',
  view: (input, { size }) => restride(input, size, stridesFor(input, size) ?? incompatible(input.shape, size)),
  // d self[i] = d out[j]
  vjp: { gradFn: 'ViewBackward0', rules: [(grad, saved) => grad.reshape(saved.shape(0))] },
};

const incompatible = (from: Shape, to: Shape): never =>
  raise(
    'shape_mismatch',
    `view: no strides read this tensor of shape ${shapeText(from)} as ${shapeText(to)}; reshape copies`,
  );
