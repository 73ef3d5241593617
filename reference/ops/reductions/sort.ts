import type { Tensor } from '../../autograd/tensor.ts';
import { inOrder, type Ordered, type OrderOptions, orderOf } from './order.ts';

/**
 * The elements along the axis `dim` in order, and where each of them stood. NaN is the largest.
 *
 *     values[j] = input[indices[j]], values[0] ≤ values[1] ≤ …
 *
 * Of the shape of the input, the indices in int64. Raises index_out_of_range.
 * Source: torch.sort.
 */
export function sort(input: Tensor, options: OrderOptions = {}): Ordered {
  return inOrder('SortBackward0')(input, orderOf(input, options));
}
