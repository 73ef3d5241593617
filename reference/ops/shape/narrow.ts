import { checkTensor, type Tensor } from '../../autograd/tensor.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { viewOfSlice } from './slice.ts';

/**
 * `length` elements of the axis `dim` of `input`, from `start`. A view.
 *
 *     out[…, i, …] = input[…, start + i, …],  0 ≤ i < length
 *
 * Raises index_out_of_range (start), shape_mismatch (length), invalid_argument (a negative length).
 * Source: torch.narrow.
 */
export function narrow(input: Tensor, dim: number, start: number, length: number): Tensor {
  checkTensor(input);
  const axis = normalizeDim(dim, input.ndim);
  const size = input.shape[axis] ?? raise('index_out_of_range', 'narrow: a 0-d tensor has no axis');
  const first = start < 0 ? start + size : start;
  if (first < 0 || first > size) raise('index_out_of_range', `narrow: start ${start} is outside of an axis of ${size}`);
  if (length < 0) raise('invalid_argument', `narrow: length must not be negative: ${length}`);
  if (first + length > size) raise('shape_mismatch', `narrow: ${start} + ${length} exceeds an axis of size ${size}`);
  return viewOfSlice(input, { dim: axis, start: first, length, step: 1 });
}
