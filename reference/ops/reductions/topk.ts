import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';
import { inOrder, type Ordered, orderOf } from './order.ts';

/**
 * The `k` largest elements along the axis `dim`, from the largest on, and where they stood; or the smallest. NaN is the largest.
 *
 *     values[j] = input[indices[j]], values[0] ≥ values[1] ≥ … ≥ all others
 *
 * The axis gets the size k; the indices are int64. Raises index_out_of_range (a k that the axis does not have too),
 * unsupported_dtype (bool).
 * Source: torch.topk.
 */
export function topk(input: Tensor, k: number, { dim = -1, largest = true }: TopkOptions = {}): Ordered {
  const order = orderOf(input, { dim, descending: largest }, k);
  const size = input.shape[order.dim] ?? 1;
  if (!Number.isInteger(k) || k < 0 || k > size) {
    raise('index_out_of_range', `topk: an axis of size ${size} has no ${k} largest elements`);
  }
  if (input.dtype === 'bool') raise('unsupported_dtype', 'topk: bool has no order');
  return inOrder('TopkBackward0')(input, order);
}

export interface TopkOptions {
  /** Along which axis. Default: the last. */
  readonly dim?: number;
  /** Default: true; false gives the smallest. */
  readonly largest?: boolean;
}
