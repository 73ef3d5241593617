import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { NONE, type None } from '../pointwise.ts';
import { curve } from './curve.ts';
import { softplus } from './softplus.ts';

/**
 * The input times the hyperbolic tangent of its `softplus`.
 *
 *     out[i] = input[i]·tanh(log(1 + e^input[i]))
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool).
 * Source: torch.nn.functional.mish.
 */
export function mish(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

const gate = (x: number): number => Math.tanh(x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));

const op = curve<None>({
  name: 'mish',
  node: 'Mish',
  value: () => (x) => x * gate(x),
  // t + x·σ·(1 - t²), with t = tanh(log(1 + e^x))
  slope: () => (x, g) => {
    const t = gate(x);
    return g * (t + (x / (1 + Math.exp(-x))) * (1 - t * t));
  },
  // σ·(1 - t²)·(2 + x·(1 - σ - 2·t·σ))
  bend: (x) => {
    const s = x.sigmoid();
    const t = softplus(x).mul(2).sigmoid().mul(2).sub(1);
    const turn = s.neg().add(1).sub(t.mul(s).mul(2));
    return s.mul(t.mul(t).neg().add(1)).mul(x.mul(turn).add(2));
  },
});
