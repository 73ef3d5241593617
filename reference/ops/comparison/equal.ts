import { checkTensor, type Tensor } from '../../autograd/tensor.ts';
import { sameShape } from '../../memory/shape.ts';

/**
 * Whether two tensors have one shape and equal elements, as one boolean of the host; a NaN equals nothing.
 *
 *     input.shape = other.shape and input[i] = other[i] for every i
 *
 * Source: torch.equal.
 */
export function equal(input: Tensor, other: Tensor): boolean {
  checkTensor(input);
  checkTensor(other);
  return sameShape(input.shape, other.shape) && input.ne(other).sum().item() === 0n;
}
