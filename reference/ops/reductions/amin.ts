import type { Tensor } from '../../autograd/tensor.ts';
import type { DimOptions } from './dims.ts';
import { extremeOver } from './extreme-values.ts';

/**
 * The smallest element over the axes `dim`, or of all; NaN if any is.
 *
 *     out[k] = minᵢ input[k, i], with i over the axes that go
 *
 * In the input's dtype. Raises invalid_argument (no elements, an axis twice), index_out_of_range.
 * Source: torch.amin.
 */
export function amin(input: Tensor, options: DimOptions = {}): Tensor {
  return extremeOver(input, 'amin', options);
}
