import type { Tensor } from '../../autograd/tensor.ts';
import { type ArgOptions, argextreme } from './argextreme.ts';

/**
 * The index of the first smallest element along `dim`, or in the flattened tensor; a NaN counts as the smallest.
 * int64. Source: torch.argmin. Raises invalid_argument (no elements), index_out_of_range, unsupported_dtype (bool).
 */
export const argmin = (input: Tensor, options: ArgOptions = {}): Tensor => argextreme(input, 'min', options);
