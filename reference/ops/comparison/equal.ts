import { sameShape } from '../../shape.ts';
import type { Tensor } from '../../tensor.ts';

/** Whether both have one shape and equal elements; a NaN equals nothing. Source: torch.equal. */
export const equal = (input: Tensor, other: Tensor): boolean =>
  sameShape(input.shape, other.shape) && input.ne(other).sum().item() === 0n;
