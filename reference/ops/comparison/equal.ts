import { checkTensor, type Tensor } from '../../autograd/tensor.ts';
import { sameShape } from '../../memory/shape.ts';

/** Whether both have one shape and equal elements; a NaN equals nothing. Source: torch.equal. */
export function equal(input: Tensor, other: Tensor): boolean {
  checkTensor(input);
  checkTensor(other);
  return sameShape(input.shape, other.shape) && input.ne(other).sum().item() === 0n;
}
