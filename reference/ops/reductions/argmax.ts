import type { Tensor } from '../../autograd/tensor.ts';
import { type ArgOptions, argextreme } from './argextreme.ts';

/**
 * The index of the first largest element along `dim`, or in the flattened tensor; a NaN counts as the largest.
 * int64. Source: torch.argmax. Raises invalid_argument (no elements), index_out_of_range, unsupported_dtype (bool).
 */
export const argmax = (input: Tensor, options: ArgOptions = {}): Tensor => argextreme(input, 'max', options);
