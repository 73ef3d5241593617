import { applyInPlace, checkApart } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { addAt } from '../../kernels/places.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { type AlongOne, checkIndexed, firstOf, likeInput, offsetsNamed, ofWhole } from './element-by-element.ts';
import { checkIndexDtype } from './one-axis.ts';

/**
 * A copy of `input` with the elements of `src` added where `index` says: a place along `dim` for each of its own elements.
 *
 *     out[…, i, …] = input[…, i, …] + Σ src[…, j, …] over the j whose index is i
 *
 * Raises index_out_of_range (a negative index too), shape_mismatch, dtype_mismatch (a source of another dtype),
 * unsupported_dtype (an index of no int32 or int64).
 * Source: torch.scatter_add.
 */
export function scatter_add(input: Tensor, dim: number, index: Tensor, src: Tensor): Tensor {
  checkIndexDtype('scatter_add', index);
  return apply(op, [input, index, src], { dim: normalizeDim(dim, input.ndim) });
}

/**
 * `scatter_add` into `self`.
 *
 *     self[…, index[…, j, …], …] ← self[…, index[…, j, …], …] + src[…, j, …], for one j after the other
 *
 * Raises as `scatter_add`, and leaf_inplace, invalid_argument (an operand that shares memory with self).
 * Source: torch.Tensor.scatter_add_.
 */
export function scatter_add_(self: Tensor, dim: number, index: Tensor, src: Tensor): Tensor {
  checkIndexDtype('scatter_add_', index);
  checkApart('scatter_add_', self, [index, src]);
  return applyInPlace(op, self, [index, src], { dim: normalizeDim(dim, self.ndim) });
}

const op: Op<AlongOne> = {
  name: 'scatter_add',
  shape: ([input, index, src], { dim }) => {
    checkIndexed('scatter_add', input!, index!, dim, src);
    return input!;
  },
  dtype: likeInput('scatter_add'),
  layout: 'row-major',
  // out[…, index[…, j, …], …] += src[…, j, …]
  forward: (out, [input, index, src], { dim }) => {
    copyInto(out, input!);
    addAt(out, offsetsNamed(out, dim, index!), firstOf(src!, index!));
  },
  // d input = d out; d src[…, j, …] = d out[…, index[…, j, …], …]
  vjp: {
    gradFn: 'ScatterAddBackward0',
    rules: [
      (grad) => grad,
      null,
      (grad, saved) => ofWhole('scatter_add', grad.gather(saved.options.dim, saved.input(1)), saved.shape(2)),
    ],
  },
};
