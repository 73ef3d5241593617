import { applyView, type ViewOp } from '../../apply/op.ts';
import { checkTensor, Tensor } from '../../autograd/tensor.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { emptyView, restride } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * One element of the axis `dim` of `input`, which goes. A view.
 *
 *     out[…] = input[…, index, …]
 *
 * Raises index_out_of_range, invalid_argument (an index that is no integer).
 * Source: torch.select.
 */
export function select(input: Tensor, dim: number, index: number): Tensor {
  checkTensor(input);
  if (input.ndim === 0) raise('index_out_of_range', 'a 0-d tensor cannot be indexed by an integer');
  const axis = normalizeDim(dim, input.ndim);
  const size = input.shape[axis]!;
  if (!Number.isInteger(index)) raise('invalid_argument', `an index must be an integer, not ${String(index)}`);
  if (index < -size || index >= size) {
    raise('index_out_of_range', `index ${index} is out of range for axis ${axis} of size ${size}`);
  }
  return applyView(op, input, { dim: axis, index: index < 0 ? index + size : index });
}

// out[…] = input[…, index, …], where dim is the axis that goes
const op: ViewOp<{ readonly dim: number; readonly index: number }> = {
  name: 'select',
  view: (input, { dim, index }) =>
    restride(
      input,
      input.shape.toSpliced(dim, 1),
      input.strides.toSpliced(dim, 1),
      input.offset + index * input.strides[dim]!,
    ),
  // All other elements of the axis get 0.
  vjp: {
    gradFn: 'SelectBackward0',
    rules: [
      (grad, saved) => {
        const all = new Tensor(emptyView(grad.dtype, saved.shape(0)));
        applyView(op, all, saved.options).copy_(grad);
        return all;
      },
    ],
  },
};
