/** What ops have in common that take an index tensor for one axis. */

import type { Tensor } from '../../autograd/tensor.ts';
import { offsetsAt } from '../../kernels/places.ts';
import type { View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { offsetsOfAll } from './taken.ts';

/** Raises unsupported_dtype unless the index tensor is of int64 or int32. */
export function checkIndexDtype(op: string, { dtype }: Tensor): void {
  if (dtype !== 'int64' && dtype !== 'int32') {
    raise('unsupported_dtype', `${op}: an index tensor is of int64 or int32, not ${dtype}`);
  }
}

/** An index tensor of one axis at most, for a whole axis. Raises unsupported_dtype, shape_mismatch. */
export function checkVector(op: string, index: Tensor): void {
  checkIndexDtype(op, index);
  if (index.ndim > 1) raise('shape_mismatch', `${op}: an index has one axis at most, not ${index.ndim}`);
}

/**
 * The places that an int64 view holds, in row-major order. Raises index_out_of_range; a negative place is one too, unless it
 * counts from the end.
 */
export function placesIn(index: View, size: number, fromEnd = false): number[] {
  return Array.from(offsetsOfAll(index), (at) => {
    const place = Number(index.bigints[at]!);
    if (place < (fromEnd ? -size : 0) || place >= size) {
      raise('index_out_of_range', `index ${place} is out of range for a size of ${size}`);
    }
    return place < 0 ? place + size : place;
  });
}

/** Where the elements of a view lie whose place along `dim` is one of these, in row-major order. */
export function offsetsAlong(view: View, dim: number, places: readonly number[]): Int32Array {
  // A 0-d view has one place to name.
  if (view.shape.length === 0) return Int32Array.from(places, () => view.offset);
  return offsetsAt(
    view,
    view.shape.map((n, axis) => (axis === dim ? places : Array.from({ length: n }, (_, i) => i))),
  );
}
