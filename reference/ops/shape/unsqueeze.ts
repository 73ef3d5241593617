import { applyView, type ViewOp } from '../../apply/op.ts';
import { checkTensor, type Tensor } from '../../autograd/tensor.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { restride, type View } from '../../memory/view.ts';

/**
 * A new axis of size 1 at `dim`, which is counted in the result. A view.
 *
 *     out[…, 0, …] = input[…]
 *
 * Raises index_out_of_range.
 * Source: torch.unsqueeze.
 */
export function unsqueeze(input: Tensor, dim: number): Tensor {
  checkTensor(input);
  return applyView(op, input, { dim: normalizeDim(dim, input.ndim + 1) });
}

// As if all that follows the new axis were one element of it.
function strideOfNewAxis({ shape, strides }: View, dim: number): number {
  return dim < shape.length ? shape[dim]! * strides[dim]! : 1;
}

// out[…, 0, …] = input[…]
const op: ViewOp<{ readonly dim: number }> = {
  name: 'unsqueeze',
  view: (input, { dim }) =>
    restride(input, input.shape.toSpliced(dim, 0, 1), input.strides.toSpliced(dim, 0, strideOfNewAxis(input, dim))),
  // d input is d out without the axis
  vjp: { gradFn: 'UnsqueezeBackward0', rules: [(grad, saved) => grad.reshape(saved.shape(0))] },
};
