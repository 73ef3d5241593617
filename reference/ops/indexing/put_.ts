import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { copyInto } from '../../kernels/convert.ts';
import { broadcastShapes, type Shape, sameShape, shapeText } from '../../memory/shape.ts';
import { broadcastTo } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { take } from './take.ts';
import { offsetsOfAll, placesOf, type Take, takenDtype, takenOffsets, takenShape } from './taken.ts';

/** self ← self with `value` (broadcast, cast) where the index tensors lead. */
export function put_(self: Tensor, value: Operand, places: readonly Tensor[], options: Take): Tensor {
  return applyInPlace(op, self, [value, ...places], options);
}

function checkValue(value: Shape, taken: Shape): void {
  if (!sameShape(broadcastShapes(taken, value), taken)) {
    raise('shape_mismatch', `a value of shape ${shapeText(value)} does not fit what is indexed, ${shapeText(taken)}`);
  }
}

// out = self, but out[place₁[j], place₂[j]] = value[j]
const op: Op<Take> = {
  name: 'index_put_',
  shape: ([self, value, ...places], options) => {
    checkValue(value!, takenShape(self!, places, options));
    return self!;
  },
  dtype: takenDtype(2),
  layout: 'row-major',
  forward: (out, [self, value, ...places], options) => {
    copyInto(out, self!);
    const shapes = places.map((place) => place.shape);
    const source = broadcastTo(value!, takenShape(self!.shape, shapes, options));
    const [to, from] = [out.storage.buffer, source.storage.buffer];
    const at = offsetsOfAll(source);
    takenOffsets(out, places, options).forEach((place, j) => {
      to[place] = from[at[j]!]!;
    });
  },
  // What was overwritten gets 0, and the value what was written.
  vjp: {
    gradFn: 'IndexPutBackward0',
    rules: (grad, saved, i) => {
      const places = placesOf(saved, 2);
      return i === 0 ? apply(op, [grad, 0, ...places], saved.options) : take(grad, places, saved.options);
    },
  },
};
