import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { exponentialLinear } from './exponential-linear.ts';

/**
 * The exponential linear unit.
 *
 *     out[i] = input[i] if input[i] > 0, else alpha·(e^input[i] - 1)
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool).
 * Source: torch.nn.functional.elu.
 */
export function elu(input: Tensor, options: EluOptions = {}): Tensor {
  return apply(op, [input], { alpha: options.alpha ?? 1, scale: 1, rate: 1 });
}

export interface EluOptions {
  /** Minus what it tends to far below 0. Default 1. */
  readonly alpha?: number;
}

const op = exponentialLinear('elu', 'Elu');
