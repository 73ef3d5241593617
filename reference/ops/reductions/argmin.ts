import type { Tensor } from '../../autograd/tensor.ts';
import { type ArgOptions, argextreme } from './argextreme.ts';

/**
 * Where the first smallest element along `dim` stands, or that of the flattened tensor; a NaN counts as the smallest.
 *
 *     out[k] = the first i with input[k, i] = minⱼ input[k, j]
 *
 * int64; the axis goes, or stays with size 1 by `keepdim`. Raises invalid_argument (no elements), index_out_of_range,
 * unsupported_dtype (bool).
 * Source: torch.argmin.
 */
export function argmin(input: Tensor, options: ArgOptions = {}): Tensor {
  return argextreme(input, 'min', options);
}
