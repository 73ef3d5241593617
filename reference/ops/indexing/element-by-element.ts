/** What ops have in common whose index names a place along one axis for each of its own elements. */

import type { Dtypes } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { offsetsOf } from '../../kernels/groups.ts';
import { numelOf, type Shape, shapeText } from '../../memory/shape.ts';
import { restride, type View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { placesIn } from './one-axis.ts';

export interface AlongOne {
  readonly dim: number;
}

/** A 0-d tensor counts as one of one element. */
const axes = (shape: Shape): Shape => (shape.length === 0 ? [1] : shape);

/** Raises shape_mismatch unless all have as many axes, and `index` fits `input` on all but `dim`, and `src` on all. */
export function checkIndexed(op: string, input: Shape, index: Shape, dim: number, src: Shape = index): void {
  if (numelOf(index) === 0) return;
  const [all, named, given] = [axes(input), axes(index), axes(src)];
  if (all.length !== named.length || named.length !== given.length) {
    raise('shape_mismatch', `${op}: expected as many axes of ${shapeText(index)} as of ${shapeText(input)}`);
  }
  named.forEach((n, axis) => {
    if ((axis !== dim && n > all[axis]!) || n > given[axis]!) {
      raise('shape_mismatch', `${op}: an index of shape ${shapeText(index)} is too large on axis ${axis}`);
    }
  });
}

/** Where in `view` the elements lie that `index` names along `dim`, in row-major order. Raises index_out_of_range. */
export function offsetsNamed(view: View, dim: number, index: View): Int32Array {
  const steps = index.shape.map((_, axis) => (axis === dim ? 0 : view.strides[axis]!));
  const offsets = offsetsOf(index.shape, steps, view.offset);
  const step = view.strides[dim] ?? 0;
  placesIn(index, view.shape[dim] ?? 1).forEach((place, k) => {
    offsets[k]! += place * step;
  });
  return offsets;
}

/** The first elements of `src`, as many as `index` has on each axis; a number over and over. */
export const firstOf = (src: View, { shape }: View): View =>
  restride(
    src,
    shape,
    shape.map((_, axis) => src.strides[axis] ?? 0),
  );

/** Dtype rule: the input's, which that of a source has to be. */
export const likeInput =
  (op: string) =>
  ([input, , src]: readonly Operand[]): Dtypes => {
    const { dtype } = input as Tensor;
    if (src instanceof Tensor && src.dtype !== dtype) {
      raise('dtype_mismatch', `${op}: the source is of ${src.dtype}, the input of ${dtype}`);
    }
    return { compute: [dtype, 'int64', dtype], result: dtype };
  };

/** The gradient of a source, from that of its elements which were read. */
export function ofWhole(op: string, grad: Tensor, src: Shape): Tensor {
  // As in PyTorch, what was not read has no gradient, not one of zeros.
  if (numelOf(src) !== grad.numel()) raise('shape_mismatch', `${op}: a source larger than its index has no gradient`);
  return grad;
}
