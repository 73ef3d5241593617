import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';
import { curve } from './curve.ts';
import { outside, type ShrinkOptions } from './shrink.ts';

/**
 * Moves elements towards 0 by `lambd`, and those within it to 0.
 *
 *     out[i] = input[i] - lambd if input[i] > lambd, input[i] + lambd if input[i] < -lambd, else 0
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool). Raises
 * invalid_argument (a negative `lambd`).
 * Source: torch.nn.functional.softshrink.
 */
export function softshrink(input: Tensor, options: ShrinkOptions = {}): Tensor {
  const { lambd = 0.5 } = options;
  if (!(lambd >= 0)) raise('invalid_argument', `softshrink: lambd must not be negative: ${lambd}`);
  return apply(op, [input], { lambd });
}

const op = curve<Required<ShrinkOptions>>({
  name: 'softshrink',
  node: 'Softshrink',
  value:
    ({ lambd }) =>
    (x) =>
      x > lambd ? x - lambd : x < -lambd ? x + lambd : 0 * x,
  slope: outside,
  bend: null,
});
