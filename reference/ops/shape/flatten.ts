import type { Tensor } from '../../autograd/tensor.ts';
import { normalizeDim, numelOf } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * The axes of `input` from `start_dim` to `end_dim` as one: a view if the strides allow it, as `reshape`; the tensor
 * itself if they are one axis.
 *
 *     shape (s₀, …, ∏ sₖ, …), k from start_dim to end_dim; the elements in row-major order
 *
 * Raises index_out_of_range, invalid_argument (start after end).
 * Source: torch.flatten.
 */
export function flatten(input: Tensor, { start_dim = 0, end_dim = -1 }: FlattenOptions = {}): Tensor {
  const [start, end] = [normalizeDim(start_dim, input.ndim), normalizeDim(end_dim, input.ndim)];
  if (start > end) raise('invalid_argument', `flatten: start_dim ${start} comes after end_dim ${end}`);
  if (start === end && input.ndim > 0) return input;
  const { shape } = input;
  return input.reshape([...shape.slice(0, start), numelOf(shape.slice(start, end + 1)), ...shape.slice(end + 1)]);
}

export interface FlattenOptions {
  /** Default: the first axis. */
  readonly start_dim?: number;
  /** Default: the last axis. */
  readonly end_dim?: number;
}
