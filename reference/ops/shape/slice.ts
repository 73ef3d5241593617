import { applyView, type ViewOp } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { emptyView, restride } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * Elements start, start + step, … of an axis; `stop` is exclusive. Out-of-range ends are clipped, as in Python. A view, or the
 * input itself if that is all. Raises invalid_argument (step).
 */
export function slice(input: Tensor, dim: number, start?: number, stop?: number, step = 1): Tensor {
  const axis = normalizeDim(dim, input.ndim);
  if (step <= 0) raise('invalid_argument', 'slice: step must be greater than zero');
  const size = input.shape[axis]!;
  const clip = (i: number): number => Math.min(Math.max(i < 0 ? i + size : i, 0), size);
  const first = clip(start ?? 0);
  const length = Math.max(Math.ceil((clip(stop ?? size) - first) / step), 0);
  if (first === 0 && length === size && step === 1) return input;
  return viewOfSlice(input, { dim: axis, start: first, length, step });
}

/** `start`, `length` and `step` are normalized: all of them lie in the axis. */
export interface Slice {
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

/** The view itself, also where it is all of the input. */
export const viewOfSlice = (input: Tensor, slice: Slice): Tensor => applyView(op, input, slice);
