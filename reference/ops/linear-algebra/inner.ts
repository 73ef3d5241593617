import { asOwn } from '../../apply/op.ts';
import { named } from '../../autograd/graph.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { numelOf, shapeText } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { oneDtype } from './one-dtype.ts';

/**
 * The products of all rows (…, k) of `input` with all rows (…, k) of `other`, summed; a 0-d tensor scales the other.
 *
 *     out[i…, j…] = Σₖ input[i…, k]·other[j…, k]
 *
 * Raises shape_mismatch (last sizes that differ), dtype_mismatch (nothing is promoted, but beside a 0-d tensor),
 * unsupported_dtype (bool).
 * Source: torch.inner.
 */
export function inner(input: Tensor, other: Tensor): Tensor {
  if (input.ndim === 0 || other.ndim === 0) return input.mul(other);
  const k = input.shape.at(-1)!;
  if (k !== other.shape.at(-1)) {
    raise('shape_mismatch', `inner: the last sizes of ${shapeText(input.shape)} and ${shapeText(other.shape)} differ`);
  }
  oneDtype([input, other]);
  const rows = (t: Tensor): Tensor => t.reshape([numelOf(t.shape.slice(0, -1)), k]);
  const product = rows(input).mm(rows(other).T);
  return named(asOwn(product.reshape([...input.shape.slice(0, -1), ...other.shape.slice(0, -1)])), 'ViewBackward0');
}
