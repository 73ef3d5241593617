import { applyInPlace } from '../../apply/in-place.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { NONE } from '../pointwise.ts';
import { filling } from './filling.ts';

/**
 * Writes 0 into every element of `self`.
 *
 *     self[i] ← 0
 *
 * Raises leaf_inplace.
 * Source: torch.Tensor.zero_.
 */
export function zero_(self: Tensor): Tensor {
  return applyInPlace(op, self, [0], NONE, 'all-equal');
}

// out[i] = 0
const op = filling('zero_', 'ZeroBackward0');
