import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { where } from '../arithmetic/where.ts';
import { NONE, type None } from '../pointwise.ts';
import { curve } from './curve.ts';

/**
 * The input times its `hardsigmoid`.
 *
 *     out[i] = input[i]·min(max(input[i] + 3, 0), 6) / 6
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool).
 * Source: torch.nn.functional.hardswish.
 */
export function hardswish(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

const op = curve<None>({
  name: 'hardswish',
  node: 'Hardswish',
  value: () => (x) => x * (x <= -3 ? 0 : x >= 3 ? 1 : (x + 3) / 6),
  // 0, x/3 + 1/2 between -3 and 3, 1
  slope: () => (x, g) => (x <= -3 ? 0 : x < 3 ? g * (x / 3 + 0.5) : g),
  // 1/3 between -3 and 3, else 0
  bend: (x) => where(x.abs().lt(3), x.zeros_like().add(1 / 3), x.zeros_like()),
});
