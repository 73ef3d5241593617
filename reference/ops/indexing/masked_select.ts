import { apply, type Op } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import { copyAt } from '../../kernels/places.ts';
import { broadcastShapes, type Shape } from '../../memory/shape.ts';
import { broadcastTo, emptyView } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { int64Tensor } from './places.ts';
import { offsetsOfAll, takenDtype } from './taken.ts';

/**
 * The elements of `input` where `mask` holds, as a vector in row-major order. Both broadcast together. A copy.
 *
 *     out[k] = input[i] for the k-th i with mask[i]
 *
 * Raises shape_mismatch, unsupported_dtype (a mask of no bool).
 * Source: torch.masked_select.
 */
export function masked_select(input: Tensor, mask: Tensor): Tensor {
  if (mask.dtype !== 'bool') raise('unsupported_dtype', `masked_select: a mask is of bool, not ${mask.dtype}`);
  const all = broadcastShapes(input.shape, mask.shape);
  const { buffer } = mask.strided.storage;
  const places = Array.from(offsetsOfAll(broadcastTo(mask.strided, all)), (at, i) => (buffer[at] === 0 ? -1 : i));
  return apply(op, [input, mask], { all, places: places.filter((i) => i >= 0) });
}

interface Selected {
  /** The shape in which input and mask meet. */
  readonly all: Shape;
  /** The elements of it that are selected, counted in row-major order. */
  readonly places: readonly number[];
}

const op: Op<Selected> = {
  name: 'masked_select',
  shape: (_, { places }) => [places.length],
  dtype: (operands) => ({ ...takenDtype(1)(operands), compute: [(operands[0] as Tensor).dtype, 'bool'] }),
  layout: 'row-major',
  // out[k] = input[place[k]]
  forward: (out, [input], { all, places }) => {
    const offsets = offsetsOfAll(broadcastTo(input!, all));
    copyAt(
      out,
      input!,
      Int32Array.from(places, (place) => offsets[place]!),
    );
  },
  // d input[place[k]] = d out[k]
  vjp: {
    gradFn: 'MaskedSelectBackward0',
    rules: [
      (grad, saved) => {
        for (const i of [0, 1]) saved.input(i); // as in PyTorch, which reads the shape of one and the other
        const { all, places } = saved.options;
        const zeros = new Tensor(emptyView(grad.dtype, [all.reduce((n, size) => n * size, 1)]));
        return zeros.scatter(0, int64Tensor(places), grad).reshape(all);
      },
      null,
    ],
  },
};
