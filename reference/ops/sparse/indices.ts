import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';

/** Raises invalid_argument: a dense tensor stores no indices. Source: torch.Tensor.indices. */
export const indices = (self: Tensor): Tensor =>
  raise('invalid_argument', `indices: expected a sparse tensor, found one of layout ${self.layout}`);
