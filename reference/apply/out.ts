/** The `out` option: a tensor that receives a result in place. */

import type { Tensor } from '../autograd/tensor.ts';
import { contiguousStrides, numelOf, type Shape, sameShape } from '../memory/shape.ts';
import { restride, Storage, View } from '../memory/view.ts';
import { allocate } from '../numbers/dtype.ts';

/**
 * Makes `out` a tensor of `shape`, ready to be written. If it has another shape, it becomes contiguous, in its own memory
 * if that is large enough; what it held is not kept in order.
 */
export function resizeOut(out: Tensor, shape: Shape): Tensor {
  const { storage, offset } = out.strided;
  if (sameShape(out.shape, shape)) return out;
  const strides = contiguousStrides(shape);
  out.strided =
    offset + numelOf(shape) <= storage.buffer.length
      ? restride(out.strided, shape, strides)
      : new View(new Storage(storage.dtype, allocate(storage.dtype, numelOf(shape))), shape, strides, 0);
  return out;
}
