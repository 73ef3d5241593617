import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { NONE, type None } from '../pointwise.ts';
import { curve } from './curve.ts';

/**
 * The input times its logistic function, also called swish.
 *
 *     out[i] = input[i] / (1 + e^-input[i])
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool).
 * Source: torch.nn.functional.silu.
 */
export function silu(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

const op = curve<None>({
  name: 'silu',
  node: 'Silu',
  value: () => (x) => x / (1 + Math.exp(-x)),
  // σ·(1 + x·(1 - σ))
  slope: () => (x, g) => {
    const s = 1 / (1 + Math.exp(-x));
    return g * s * (1 + x * (1 - s));
  },
  // σ·(1 - σ)·(2 + x·(1 - 2σ))
  bend: (x) => {
    const s = x.sigmoid();
    return s.mul(s.neg().add(1)).mul(x.mul(s.mul(-2).add(1)).add(2));
  },
});
