import { applyInPlace } from '../../apply/in-place.ts';
import type { Op } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand, Vjp } from '../../autograd/vjp.ts';
import { copyInto } from '../../kernels/convert.ts';
import { raise } from '../../numbers/errors.ts';
import { checkNumber } from '../creation/range.ts';
import { NONE, type None } from '../pointwise.ts';

// out[i] = value
const op = (name: string, gradFn: Vjp<None>['gradFn']): Op<None> => ({
  name,
  shape: ([self]) => self!,
  dtype: ([self]) => ({ compute: (self as Tensor).dtype, result: (self as Tensor).dtype }),
  layout: 'row-major',
  forward: (out, [_, value]) => copyInto(out, value!),
  vjp: { gradFn, rules: [(grad) => grad.zeros_like(), (grad) => grad.sum()] },
});
const fill = op('fill_', (_, [, value]) => (value instanceof Tensor ? 'FillBackward3' : 'FillBackward2'));
const zero = op('zero_', 'ZeroBackward0');

/**
 * self ← value, a number or a 0-d tensor, everywhere. Source: torch.Tensor.fill_.
 * Raises shape_mismatch, leaf_inplace, invalid_argument (a number that the dtype cannot hold).
 */
export function fill_(self: Tensor, value: Operand): Tensor {
  if (value instanceof Tensor && value.ndim > 0) {
    raise('shape_mismatch', `fill_ takes a number or a 0-d tensor, not one of ${value.ndim} axes`);
  }
  // What a tensor holds is converted as `to` does.
  if (!(value instanceof Tensor)) checkNumber(value, self.dtype, self.numel());
  return applyInPlace(fill, self, [value], NONE, 'all-equal');
}

/** self ← 0 everywhere. Source: torch.Tensor.zero_. Raises leaf_inplace. */
export const zero_ = (self: Tensor): Tensor => applyInPlace(zero, self, [0], NONE, 'all-equal');
