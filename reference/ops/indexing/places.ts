/** Index tensors, brought to one form: int64 tensors of one shape, all of them inside their axes. */

import { Tensor } from '../../autograd/tensor.ts';
import { offsetsOf } from '../../kernels/groups.ts';
import { type Shape, sameShape, shapeText } from '../../memory/shape.ts';
import { broadcastTo, emptyView, type View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';

/** An index tensor for each axis of a run of axes. */
export interface Places {
  readonly dim: number;
  readonly places: Tensor;
}

export function int64Tensor(values: readonly number[]): Tensor {
  const view = emptyView('int64', [values.length]);
  values.forEach((value, i) => {
    view.bigints[i] = BigInt(value);
  });
  return new Tensor(view);
}

/** The positions where a mask holds, in row-major order: one index tensor for each of its axes. Raises shape_mismatch. */
export function placesOfMask(mask: Tensor, shape: Shape, dim: number): Places[] {
  const over = shape.slice(dim, dim + mask.ndim);
  if (!sameShape(mask.shape, over)) {
    raise(
      'shape_mismatch',
      `a mask of shape ${shapeText(mask.shape)} does not fit the axes ${shapeText(over)} that it masks`,
    );
  }
  const { buffer } = mask.strided.storage;
  const at: number[] = [];
  offsetsOf(mask.shape, mask.strided.strides, mask.strided.offset).forEach((offset, rank) => {
    if (buffer[offset] !== 0) at.push(rank);
  });
  let step = mask.numel();
  return mask.shape.map((size, axis) => {
    step /= size;
    return { dim: dim + axis, places: int64Tensor(at.map((rank) => Math.floor(rank / step) % size)) };
  });
}

/** Where in memory each position starts: Σ place·stride over the indexed axes. Raises index_out_of_range. */
export function offsetsOfPlaces(
  view: View,
  dims: readonly number[],
  places: readonly View[],
  shape: Shape,
): Int32Array {
  const offsets = new Int32Array(shape.reduce((n, size) => n * size, 1));
  dims.forEach((dim, k) => {
    const size = view.shape[dim]!;
    const index = broadcastTo(places[k]!, shape);
    offsetsOf(shape, index.strides, index.offset).forEach((from, j) => {
      const place = Number(index.bigints[from]!);
      if (place < -size || place >= size) {
        raise('index_out_of_range', `index ${place} is out of range for axis ${dim} of size ${size}`);
      }
      offsets[j]! += (place < 0 ? place + size : place) * view.strides[dim]!;
    });
  });
  return offsets;
}
