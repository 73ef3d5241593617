import type { Tensor } from '../../autograd/tensor.ts';
import type { Shape } from '../../memory/shape.ts';

/**
 * Stretches axes of size 1 to `size` without copying, and adds axes in front; -1 keeps an axis. A view, as of `expand`.
 *
 *     out[…, i, …] = input[…, 0, …] along a stretched axis
 *
 * Raises shape_mismatch, invalid_argument (a size that is no integer).
 * Source: torch.broadcast_to.
 */
export function broadcast_to(input: Tensor, size: Shape): Tensor {
  return input.expand(size);
}
