import { named } from '../../autograd/graph.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { normalizeDim, sameShape, shapeText } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { cat, checkTensors } from './cat.ts';

/**
 * Joins `tensors` of one shape along a new axis, `dim`.
 *
 *     out[…, k, …] = tensors[k][…]
 *
 * The dtype is the promoted one. Raises shape_mismatch, index_out_of_range, invalid_argument (an empty list).
 * Source: torch.stack.
 */
export function stack(tensors: readonly Tensor[], options: StackOptions = {}): Tensor {
  checkTensors(tensors);
  const { dim = options.axis ?? 0 } = options;
  const first = tensors[0]!;
  const axis = normalizeDim(dim, first.ndim + 1);
  const other = tensors.find((t) => !sameShape(t.shape, first.shape));
  if (other !== undefined) {
    raise('shape_mismatch', `stack: shapes ${shapeText(first.shape)} and ${shapeText(other.shape)} are not equal`);
  }
  const joined = cat(
    tensors.map((t) => t.unsqueeze(axis)),
    { dim: axis },
  );
  return named(joined, 'StackBackward0');
}

export interface StackOptions {
  /** Where the new axis stands, counted in the result. Default: in front. */
  readonly dim?: number;
  /** numpy's name for `dim`. */
  readonly axis?: number;
}
