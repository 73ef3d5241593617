import { checkTensor, type Tensor } from '../../autograd/tensor.ts';

/**
 * The input over one more than its absolute value.
 *
 *     out[i] = input[i] / (1 + |input[i]|)
 *
 * The input's shape; of integers the sum is one of integers, and the quotient float32. Raises unsupported_dtype (bool).
 * Source: torch.nn.functional.softsign.
 */
export function softsign(input: Tensor): Tensor {
  checkTensor(input);
  return input.div(input.abs().add(1));
}
