import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { where } from '../arithmetic/where.ts';
import { curve } from './curve.ts';

/**
 * A smooth rectifier.
 *
 *     out[i] = log(1 + e^(beta·input[i])) / beta,  or input[i] where beta·input[i] > threshold
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool).
 * Source: torch.nn.functional.softplus.
 */
export function softplus(input: Tensor, options: SoftplusOptions = {}): Tensor {
  return apply(op, [input], { beta: options.beta ?? 1, threshold: options.threshold ?? 20 });
}

export interface SoftplusOptions {
  /** How sharply it bends at 0. Default 1. */
  readonly beta?: number;
  /** Beyond which beta·x it is the input. Default 20. */
  readonly threshold?: number;
}

const op = curve<Required<SoftplusOptions>>({
  name: 'softplus',
  node: 'Softplus',
  value:
    ({ beta, threshold }) =>
    (x) =>
      beta * x > threshold ? x : Math.log1p(Math.exp(beta * x)) / beta,
  // σ(beta·x), else 1
  slope:
    ({ beta, threshold }) =>
    (x, g) => {
      if (beta * x > threshold) return g;
      const z = Math.exp(beta * x);
      return (g * z) / (1 + z);
    },
  // beta·σ·(1 - σ), else 0
  bend: (x, { beta, threshold }) => {
    const scaled = x.mul(beta);
    const s = scaled.sigmoid();
    return where(scaled.gt(threshold), x.zeros_like(), s.mul(s.neg().add(1)).mul(beta));
  },
});
