import { applyInPlace } from '../../apply/in-place.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { NONE } from '../pointwise.ts';
import { filling } from './filling.ts';

// out[i] = 0
const op = filling('zero_', 'ZeroBackward0');

/** self ← 0 everywhere. Source: torch.Tensor.zero_. Raises leaf_inplace. */
export const zero_ = (self: Tensor): Tensor => applyInPlace(op, self, [0], NONE, 'all-equal');
