import { apply, type Op } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import { copyAt } from '../../kernels/places.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { emptyView } from '../../memory/view.ts';
import { type AlongOne, checkIndexed, offsetsNamed } from './element-by-element.ts';
import { checkIndexDtype } from './one-axis.ts';
import { takenDtype } from './taken.ts';

/**
 * An element of `input` for each element of `index`, which says where along `dim`; on the other axes it stands at the same
 * place. A copy.
 *
 *     out[…, j, …] = input[…, index[…, j, …], …]
 *
 * The shape is that of `index`, which has as many axes as `input`. Raises index_out_of_range (a negative index too),
 * shape_mismatch, unsupported_dtype (an index of no int32 or int64).
 * Source: torch.gather.
 */
export function gather(input: Tensor, dim: number, index: Tensor): Tensor {
  checkIndexDtype('gather', index);
  return apply(op, [input, index], { dim: normalizeDim(dim, input.ndim) });
}

const op: Op<AlongOne> = {
  name: 'gather',
  shape: ([input, index], { dim }) => {
    checkIndexed('gather', input!, index!, dim);
    return index!;
  },
  dtype: takenDtype(1),
  layout: 'row-major',
  // out[…, j, …] = input[…, index[…, j, …], …]
  forward: (out, [input, index], { dim }) => copyAt(out, input!, offsetsNamed(input!, dim, index!)),
  // d input[…, i, …] = Σ d out[…, j, …] over the j whose index is i
  vjp: {
    gradFn: 'GatherBackward0',
    rules: [
      (grad, saved) => {
        saved.input(0); // as in PyTorch, which reads its shape
        const zeros = new Tensor(emptyView(grad.dtype, saved.shape(0)));
        return zeros.scatter_add(saved.options.dim, saved.input(1), grad);
      },
      null,
    ],
  },
};
