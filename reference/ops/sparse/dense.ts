/** What sparse tensors have, asked of a dense one. */

import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';

/** The tensor itself: it is dense. */
export const to_dense = (self: Tensor): Tensor => self;

/** Raises: a dense tensor stores no indices. */
export const indices = (self: Tensor): Tensor =>
  raise('invalid_argument', `indices: expected a sparse tensor, found one of layout ${self.layout}`);

/** Raises: a dense tensor stores no separate values. */
export const values = (self: Tensor): Tensor =>
  raise('invalid_argument', `values: expected a sparse tensor, found one of layout ${self.layout}`);
