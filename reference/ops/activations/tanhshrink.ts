import { checkTensor, type Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';
import { tanh } from './tanh.ts';

/**
 * What the hyperbolic tangent takes away from the input.
 *
 *     out[i] = input[i] - tanh input[i]
 *
 * The input's shape; integers become float32. Raises unsupported_dtype (bool).
 * Source: torch.nn.functional.tanhshrink.
 */
export function tanhshrink(input: Tensor): Tensor {
  checkTensor(input);
  if (input.dtype === 'bool') raise('unsupported_dtype', 'tanhshrink is not implemented for bool');
  return input.sub(tanh(input));
}
