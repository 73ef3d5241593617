import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { curve } from './curve.ts';
import { outside, type ShrinkOptions } from './shrink.ts';

/**
 * Moves elements within `lambd` of 0 to 0, and keeps the others.
 *
 *     out[i] = 0 if -lambd ≤ input[i] ≤ lambd, else input[i]
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool).
 * Source: torch.nn.functional.hardshrink.
 */
export function hardshrink(input: Tensor, options: ShrinkOptions = {}): Tensor {
  return apply(op, [input], { lambd: options.lambd ?? 0.5 });
}

const op = curve<Required<ShrinkOptions>>({
  name: 'hardshrink',
  node: 'Hardshrink',
  value:
    ({ lambd }) =>
    (x) =>
      x >= -lambd && x <= lambd ? 0 : x,
  slope: outside,
  bend: null,
});
