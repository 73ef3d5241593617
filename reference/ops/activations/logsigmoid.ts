import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { NONE, type None } from '../pointwise.ts';
import { curve } from './curve.ts';

/**
 * The logarithm of the logistic function, which is finite where that underflows.
 *
 *     out[i] = -log(1 + e^-input[i])
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool).
 * Source: torch.nn.functional.logsigmoid.
 */
export function logsigmoid(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

const op = curve<None>({
  name: 'logsigmoid',
  node: 'LogSigmoid',
  value: () => (x) => Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x))),
  // σ(-x)
  slope: () => (x, g) => g / (1 + Math.exp(x)),
  // -σ(x)·σ(-x)
  bend: (x) => x.sigmoid().mul(x.neg().sigmoid()).neg(),
});
