import type { Tensor } from '../../autograd/tensor.ts';
import type { DimOptions } from './dims.ts';
import { truth } from './truth.ts';

/**
 * Whether any element is other than 0, over the axes `dim` or over all of them; false of nothing. NaN is not 0.
 *
 *     out[k] = ∃i: input[k, i] ≠ 0, with i over the axes that go
 *
 * bool, and uint8 of uint8. An empty list of axes takes none away. Raises index_out_of_range, invalid_argument (an axis twice).
 * Source: torch.any.
 */
export function any(input: Tensor, options: DimOptions = {}): Tensor {
  return truth(input, 'any', options);
}
