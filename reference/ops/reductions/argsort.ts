import type { Tensor } from '../../autograd/tensor.ts';
import { type OrderOptions, orderOf, placesInOrder } from './order.ts';

/**
 * Where the elements along the axis `dim` stand in order. NaN is the largest.
 *
 *     input[out[0]] ≤ input[out[1]] ≤ …
 *
 * Of the shape of the input, in int64. Raises index_out_of_range.
 * Source: torch.argsort.
 */
export function argsort(input: Tensor, options: OrderOptions = {}): Tensor {
  return placesInOrder(input, orderOf(input, options));
}
