import type { Tensor } from '../../autograd/tensor.ts';
import { broadcastShapes, normalizeDim } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { gather } from './gather.ts';
import { int64Tensor } from './places.ts';
import { offsetsOfAll } from './taken.ts';

/**
 * An element of `input` for each element of `indices`, which says where along `dim`; the other axes broadcast. Without `dim`
 * both are taken as one axis. A copy.
 *
 *     out[…, j, …] = input[…, indices[…, j, …] mod n, …]
 *
 * Raises index_out_of_range (without `dim`, a place that there is not), shape_mismatch, unsupported_dtype (indices of no int64).
 * Source: torch.take_along_dim.
 */
export function take_along_dim(input: Tensor, indices: Tensor, { dim = null }: TakeAlongDimOptions = {}): Tensor {
  if (indices.dtype !== 'int64') {
    raise('unsupported_dtype', `take_along_dim: indices are of int64, not ${indices.dtype}`);
  }
  if (dim === null) return gather(input.view([-1]), 0, indices.view([-1]));
  if (input.ndim !== indices.ndim) {
    raise('shape_mismatch', `take_along_dim: ${indices.ndim} axes of indices for ${input.ndim} of the input`);
  }
  if (input.ndim === 0) raise('index_out_of_range', 'take_along_dim: a 0-d tensor has no axis');
  const axis = normalizeDim(dim, input.ndim);
  const [n, count] = [input.shape[axis]!, indices.shape[axis]!];
  const others = broadcastShapes(input.shape.with(axis, 1), indices.shape.with(axis, 1));
  const around = within(indices, n).expand(others.with(axis, count));
  return gather(input.expand(others.with(axis, n)), axis, around);
}

export interface TakeAlongDimOptions {
  /** Along which axis. Default, and null: over all elements in row-major order. */
  readonly dim?: number | null;
}

/** Each place modulo the size of its axis. */
function within({ strided, shape }: Tensor, n: number): Tensor {
  const size = BigInt(n);
  const places = Array.from(offsetsOfAll(strided), (at) => {
    if (n === 0) raise('invalid_argument', 'take_along_dim: an axis of size 0 has no places');
    return Number(((strided.bigints[at]! % size) + size) % size);
  });
  return int64Tensor(places).reshape(shape);
}
