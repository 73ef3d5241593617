import type { Tensor } from '../../autograd/tensor.ts';
import { checkIntegers, inferShape, normalizeDim, type Shape } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * The axis `dim` of `input` as several of these `sizes`, of which one may be -1. A view.
 *
 *     shape (s₀, …, sizes₀, sizes₁, …, …); the elements in row-major order
 *
 * Raises index_out_of_range, shape_mismatch (sizes whose product is not the axis's), invalid_argument (none, or more than one
 * -1).
 * Source: torch.unflatten.
 */
export function unflatten(input: Tensor, dim: number, sizes: Shape): Tensor {
  if (input.ndim === 0) raise('index_out_of_range', 'unflatten: a 0-d tensor has no axis');
  const axis = normalizeDim(dim, input.ndim);
  if (checkIntegers(sizes).length === 0) raise('invalid_argument', 'unflatten: there are no sizes');
  return input.reshape(input.shape.toSpliced(axis, 1, ...inferShape(sizes, input.shape[axis]!)));
}
