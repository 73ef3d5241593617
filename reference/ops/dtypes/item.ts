import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';
import { elementAt, type Item } from './element.ts';

/**
 * The one element of `self` as JavaScript holds it: boolean for bool, bigint for int64, number for the rest.
 * Raises invalid_argument (more elements than one, or none).
 * Source: torch.Tensor.item.
 */
export function item(self: Tensor): Item {
  if (self.numel() !== 1) raise('invalid_argument', `item: a tensor of ${self.numel()} elements is not one number`);
  return elementAt(self.strided, self.strided.offset);
}
