import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';
import { elementAt, type Item } from './element.ts';

/** The one element. Source: torch.Tensor.item. Raises invalid_argument if there are more or fewer. */
export function item(self: Tensor): Item {
  if (self.numel() !== 1) raise('invalid_argument', `item: a tensor of ${self.numel()} elements is not one number`);
  return elementAt(self.strided, self.strided.offset);
}
