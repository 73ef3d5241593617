import { apply, type Op } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import { copyAt } from '../../kernels/places.ts';
import { normalizeDim, type Shape } from '../../memory/shape.ts';
import { emptyView } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { checkVector, offsetsAlong, placesIn } from './one-axis.ts';
import { takenDtype } from './taken.ts';

/**
 * The slices of `input` along `dim` that `index` names, in its order. A copy.
 *
 *     out[…, j, …] = input[…, index[j], …]
 *
 * Raises index_out_of_range (a negative index too), shape_mismatch (an index of several axes), unsupported_dtype (an index of
 * no int32 or int64).
 * Source: torch.index_select.
 */
export function index_select(input: Tensor, dim: number, index: Tensor): Tensor {
  checkVector('index_select', index);
  return apply(op, [input, index], { dim: normalizeDim(dim, input.ndim) });
}

function selected(input: Shape, index: Shape, dim: number): Shape {
  const count = index[0] ?? 1;
  if (input.length > 0) return input.with(dim, count);
  return count === 1 ? input : raise('shape_mismatch', `index_select: ${count} places of a 0-d tensor`);
}

const op: Op<{ readonly dim: number }> = {
  name: 'index_select',
  shape: ([input, index], { dim }) => selected(input!, index!, dim),
  dtype: takenDtype(1),
  layout: 'row-major',
  // out[…, j, …] = input[…, index[j], …]
  forward: (out, [input, index], { dim }) =>
    copyAt(out, input!, offsetsAlong(input!, dim, placesIn(index!, input!.shape[dim] ?? 1))),
  // d input[…, i, …] = Σ d out[…, j, …] over the j whose index is i
  vjp: {
    gradFn: 'IndexSelectBackward0',
    rules: [
      (grad, saved) => {
        const zeros = new Tensor(emptyView(grad.dtype, saved.shape(0)));
        return zeros.index_add(saved.options.dim, saved.input(1), grad);
      },
      null,
    ],
  },
};
