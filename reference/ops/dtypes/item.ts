import type { Tensor } from '../../autograd/tensor.ts';
import type { View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';

/** An element as JavaScript holds it: boolean for bool, bigint for int64, number for the rest. */
export type Item = number | bigint | boolean;
export type Items = Item | readonly Items[];

const at = (view: View, offset: number): Item => {
  const value = view.storage.buffer[offset]!;
  return view.dtype === 'bool' ? value !== 0 : value;
};

/** The one element. Source: torch.Tensor.item. Raises invalid_argument if there are more or fewer. */
export function item(self: Tensor): Item {
  if (self.numel() !== 1) raise('invalid_argument', `item: a tensor of ${self.numel()} elements is not one number`);
  return at(self.strided, self.strided.offset);
}

/** The elements in lists, nested as deep as there are axes. Source: torch.Tensor.tolist. */
export function tolist(self: Tensor): Items {
  const { shape, strides, offset } = self.strided;
  const lists = (axis: number, from: number): Items =>
    axis === shape.length
      ? at(self.strided, from)
      : Array.from({ length: shape[axis]! }, (_, i) => lists(axis + 1, from + i * strides[axis]!));
  return lists(0, offset);
}
