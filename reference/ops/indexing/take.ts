import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Shape } from '../../memory/shape.ts';
import { offsetsOfAll, placesOf, type Take, takenDtype, takenOffsets, takenShape, takenStrides } from './taken.ts';

/** A copy of what the index tensors `places` (int64) name on the axes `take.dims`. Raises index_out_of_range, shape_mismatch. */
export function take(input: Tensor, places: readonly Tensor[], options: Take): Tensor {
  return apply(op, [input, ...places], options);
}

// out[j] = input[place₁[j], place₂[j]]
const op: Op<Take> = {
  name: 'index',
  shape: ([input, ...places], options) => takenShape(input!, places, options),
  dtype: takenDtype(1),
  layout: takenStrides,
  forward: (out, [input, ...places], options) => {
    const [to, from] = [out.storage.buffer, input!.storage.buffer];
    const into = offsetsOfAll(out);
    takenOffsets(input!, places, options).forEach((at, j) => {
      to[into[j]!] = from[at]!;
    });
  },
  // d input[place₁[j], place₂[j]] = Σⱼ d out[j]: each reading adds its own
  vjp: {
    gradFn: 'IndexBackward0',
    rules: (grad, saved) => apply(spread, [grad, ...placesOf(saved, 1)], { ...saved.options, shape: saved.shape(0) }),
  },
};

// out[place₁[j], place₂[j]] = Σⱼ grad[j], and 0 where no j leads
const spread: Op<Take & { readonly shape: Shape }> = {
  name: 'index_add',
  shape: (_, { shape }) => shape,
  dtype: takenDtype(1),
  layout: 'row-major',
  forward: (out, [grad, ...places], options) => {
    const [to, from] = [out.numbers, grad!.numbers];
    const at = offsetsOfAll(grad!);
    takenOffsets(out, places, options).forEach((place, j) => {
      to[place]! += from[at[j]!]!;
    });
  },
  // d grad[j] = d out[place₁[j], place₂[j]]
  vjp: {
    gradFn: 'IndexPutBackward0',
    rules: (grad, saved) => apply(op, [grad, ...placesOf(saved, 1)], saved.options),
  },
};
