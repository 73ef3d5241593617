import { applyView, type ViewOp } from '../../apply/op.ts';
import { checkTensor, type Tensor } from '../../autograd/tensor.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { restride } from '../../memory/view.ts';

/**
 * Swaps two axes of `input`. A view.
 *
 *     out[…, j, …, i, …] = input[…, i, …, j, …]
 *
 * Raises index_out_of_range.
 * Source: torch.transpose.
 */
export function transpose(input: Tensor, dim0: number, dim1: number): Tensor {
  checkTensor(input);
  return applyView(op, input, { i: normalizeDim(dim0, input.ndim), j: normalizeDim(dim1, input.ndim) });
}

const swap = (list: readonly number[], i: number, j: number): readonly number[] =>
  list.length === 0 ? list : list.with(i, list[j]!).with(j, list[i]!);

// out[…i…j…] = input[…j…i…]; a swap is its own inverse
const op: ViewOp<{ readonly i: number; readonly j: number }> = {
  name: 'transpose',
  view: (input, { i, j }) => restride(input, swap(input.shape, i, j), swap(input.strides, i, j)),
  // d input is d out with the axes swapped back
  vjp: { gradFn: 'TransposeBackward0', rules: [(grad, { options: { i, j } }) => grad.transpose(i, j)] },
};
