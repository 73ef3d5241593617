import { applyView, type ViewOp } from '../../apply/op.ts';
import { checkTensor, Tensor } from '../../autograd/tensor.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { emptyView, restride } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';

/** `start`, `length` and `step` are normalized: all of them lie in the axis. */
interface Slice {
  readonly dim: number;
  readonly start: number;
  readonly length: number;
  readonly step: number;
}

// out[…, i, …] = input[…, start + i·step, …]
const op: ViewOp<Slice> = {
  name: 'slice',
  view: (input, { dim, start, length, step }) =>
    restride(
      input,
      input.shape.with(dim, length),
      input.strides.with(dim, input.strides[dim]! * step),
      input.offset + start * input.strides[dim]!,
    ),
  // Elements outside the slice get 0.
  vjp: {
    gradFn: 'SliceBackward0',
    rules: [
      (grad, saved) => {
        const all = new Tensor(emptyView(grad.dtype, saved.shape(0)));
        applyView(op, all, saved.options).copy_(grad);
        return all;
      },
    ],
  },
};

/** Elements start, start + step, … of an axis; `stop` is exclusive. Out-of-range ends are clipped, as in Python. A view, or the input itself if that is all. */
export function slice(input: Tensor, dim: number, start?: number, stop?: number, step = 1): Tensor {
  const axis = normalizeDim(dim, input.ndim);
  if (step <= 0) raise('invalid_argument', 'slice: step must be greater than zero');
  const size = input.shape[axis]!;
  const clip = (i: number): number => Math.min(Math.max(i < 0 ? i + size : i, 0), size);
  const first = clip(start ?? 0);
  const length = Math.max(Math.ceil((clip(stop ?? size) - first) / step), 0);
  if (first === 0 && length === size && step === 1) return input;
  return applyView(op, input, { dim: axis, start: first, length, step });
}

/**
 * `length` elements of an axis, from `start`. A view. Source: torch.narrow.
 * Raises index_out_of_range (start), shape_mismatch (length), invalid_argument.
 */
export function narrow(input: Tensor, dim: number, start: number, length: number): Tensor {
  checkTensor(input);
  const axis = normalizeDim(dim, input.ndim);
  const size = input.shape[axis] ?? raise('invalid_argument', 'narrow: a 0-d tensor has no axis');
  const first = start < 0 ? start + size : start;
  if (first < 0 || first > size) raise('index_out_of_range', `narrow: start ${start} is outside of an axis of ${size}`);
  if (length < 0) raise('invalid_argument', `narrow: length must not be negative: ${length}`);
  if (first + length > size) raise('shape_mismatch', `narrow: ${start} + ${length} exceeds an axis of size ${size}`);
  return applyView(op, input, { dim: axis, start: first, length, step: 1 });
}
