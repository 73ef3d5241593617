import { applyInPlace } from '../../apply/in-place.ts';
import type { Op } from '../../apply/op.ts';
import { checkTensor, type Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { broadcastShapes, sameShape, shapeText } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { NONE, type None } from '../pointwise.ts';

/**
 * Writes the elements of `src` into `self`, broadcast to its shape and cast to its dtype.
 *
 *     self[i] ← src[i]
 *
 * Raises shape_mismatch, leaf_inplace, invalid_argument (overlapping memory).
 * Source: torch.Tensor.copy_.
 */
export function copy_(self: Tensor, src: Tensor): Tensor {
  checkTensor(src);
  return applyInPlace(op, self, [src], NONE, self === src ? 'all-equal' : 'refuse');
}

// out[i] = src[i], broadcast to self's shape and cast to its dtype
const op: Op<None> = {
  name: 'copy_',
  shape: ([self, src]) => {
    if (!sameShape(broadcastShapes(self!, src!), self!)) {
      raise('shape_mismatch', `copy_: shape ${shapeText(src!)} does not fit into ${shapeText(self!)}`);
    }
    return self!;
  },
  dtype: ([self, src]) => {
    const { dtype } = self as Tensor;
    return { compute: [dtype, (src as Tensor).dtype], result: dtype };
  },
  layout: 'row-major',
  forward: (out, [_, src]) => copyInto(out, src!),
  // d self = 0, d src = d out; the walk sums it back to the shape of src
  vjp: { gradFn: 'CopyBackwards', rules: [(grad) => grad.zeros_like(), (grad) => grad] },
};
