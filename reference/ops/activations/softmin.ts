import type { Tensor } from '../../autograd/tensor.ts';
import type { Dtype } from '../../numbers/dtype.ts';
import { softmax } from './softmax.ts';

/**
 * The `softmax` of the negated input. `dtype` converts after that.
 *
 *     out[i] = e^-input[i] / Σⱼ e^-input[j], with i and j along `dim`
 *
 * The input's shape, in its dtype or `dtype`. Raises index_out_of_range, unsupported_dtype (bool; neither is floating).
 * Source: torch.nn.functional.softmin.
 */
export function softmin(input: Tensor, dim: number, options: { readonly dtype?: Dtype } = {}): Tensor {
  const { dtype } = options;
  return softmax(input.neg(), dim, dtype === undefined ? {} : { dtype });
}
