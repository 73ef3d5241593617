import { applyInPlace } from '../../apply/in-place.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { raise } from '../../numbers/errors.ts';
import { checkNumber } from '../creation/range.ts';
import { NONE } from '../pointwise.ts';
import { filling } from './filling.ts';

/**
 * Writes `value`, a number or a 0-d tensor, into every element of `self`.
 *
 *     self[i] ← value
 *
 * Raises shape_mismatch (a value with axes), leaf_inplace, invalid_argument (a number that the dtype cannot hold).
 * Source: torch.Tensor.fill_.
 */
export function fill_(self: Tensor, value: Operand): Tensor {
  if (value instanceof Tensor && value.ndim > 0) {
    raise('shape_mismatch', `fill_ takes a number or a 0-d tensor, not one of ${value.ndim} axes`);
  }
  // What a tensor holds is converted as `to` does.
  if (!(value instanceof Tensor)) checkNumber(value, self.dtype, self.numel());
  return applyInPlace(op, self, [value], NONE, 'all-equal');
}

// out[i] = value
const op = filling('fill_', (_, [, value]) => (value instanceof Tensor ? 'FillBackward3' : 'FillBackward2'));
