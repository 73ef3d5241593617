import { applyView, type ViewOp } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { checkIntegers, type Shape, sameShape, shapeText } from '../../memory/shape.ts';
import { broadcastTo } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { listOf, type Sizes } from '../creation/sizes.ts';

/**
 * Stretches axes of size 1 without copying, and adds axes in front; -1 keeps an axis as it is. A view.
 *
 *     out[…, i, …] = self[…, 0, …] along a stretched axis
 *
 * Raises shape_mismatch, invalid_argument (a size that is no integer).
 * Source: torch.Tensor.expand.
 */
export function expand(self: Tensor, ...sizes: Sizes): Tensor {
  const size = listOf(sizes);
  const lead = checkIntegers(size).length - self.ndim;
  if (lead < 0) raise('shape_mismatch', `expand: ${shapeText(size)} has fewer axes than ${shapeText(self.shape)}`);
  const full = size.map((n, i) => {
    const own = self.shape[i - lead];
    if (n === -1 && own === undefined) raise('shape_mismatch', 'expand: -1 is not allowed for a new leading axis');
    if (n === -1) return own!;
    if (n < 0) raise('shape_mismatch', `expand: axis ${i} cannot become ${n}`);
    if (own !== undefined && own !== 1 && own !== n) {
      raise('shape_mismatch', `expand: axis ${i} of size ${own} cannot become ${n}`);
    }
    return n;
  });
  return applyView(op, self, { size: sameShape(full, self.shape) ? self.shape : full });
}

const op: ViewOp<{ readonly size: Shape }> = {
  name: 'expand',
  view: (input, { size }) => broadcastTo(input, size),
  // d self is d out, which the walk sums over the axes that were added or stretched.
  vjp: { gradFn: 'ExpandBackward0', rules: [(grad) => grad] },
};
