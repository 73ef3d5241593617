import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { NONE, type None } from '../pointwise.ts';
import { curve } from './curve.ts';

/**
 * A logistic function of straight pieces.
 *
 *     out[i] = min(max(input[i] + 3, 0), 6) / 6
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool).
 * Source: torch.nn.functional.hardsigmoid.
 */
export function hardsigmoid(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

// PyTorch's loops hold it as a float32, for float64 too.
const SIXTH = Math.fround(1 / 6);

const op = curve<None>({
  name: 'hardsigmoid',
  node: 'Hardsigmoid',
  value: () => (x) => (x <= -3 ? 0 : x >= 3 ? 1 : (x + 3) / 6),
  slope: () => (x, g) => (x > -3 && x < 3 ? g * SIXTH : 0),
  bend: null,
});
