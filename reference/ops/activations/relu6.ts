import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { between } from './between.ts';

/**
 * The rectifier, up to 6.
 *
 *     out[i] = min(max(input[i], 0), 6)
 *
 * All dtypes but bool, of which it keeps shape and dtype. Raises unsupported_dtype (bool).
 * Source: torch.nn.functional.relu6.
 */
export function relu6(input: Tensor): Tensor {
  return apply(op, [input], { min_val: 0, max_val: 6 });
}

const op = between('relu6');
