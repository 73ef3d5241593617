import type { Tensor } from '../../autograd/tensor.ts';
import { elementAt, type Item } from './element.ts';

/**
 * The elements of `self` in lists, nested as deep as there are axes; the one element of a 0-d tensor.
 *
 *     out[i][j]… = self[i, j, …]
 *
 * Source: torch.Tensor.tolist.
 */
export function tolist(self: Tensor): Items {
  const { shape, strides, offset } = self.strided;
  const lists = (axis: number, from: number): Items =>
    axis === shape.length
      ? elementAt(self.strided, from)
      : Array.from({ length: shape[axis]! }, (_, i) => lists(axis + 1, from + i * strides[axis]!));
  return lists(0, offset);
}

export type Items = Item | readonly Items[];
