import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';

/** Raises invalid_argument: a dense tensor stores no separate values. Source: torch.Tensor.values. */
export const values = (self: Tensor): Tensor =>
  raise('invalid_argument', `values: expected a sparse tensor, found one of layout ${self.layout}`);
