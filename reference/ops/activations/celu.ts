import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';
import { exponentialLinear } from './exponential-linear.ts';

/**
 * The exponential linear unit whose slope has no jump at 0, whatever `alpha` is.
 *
 *     out[i] = input[i] if input[i] > 0, else alpha·(e^(input[i] / alpha) - 1)
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool). Raises
 * invalid_argument (an `alpha` of 0).
 * Source: torch.nn.functional.celu.
 */
export function celu(input: Tensor, options: CeluOptions = {}): Tensor {
  const { alpha = 1 } = options;
  if (alpha === 0) raise('invalid_argument', 'celu: alpha must not be 0');
  return apply(op, [input], { alpha, scale: 1, rate: 1 / alpha });
}

export interface CeluOptions {
  /** Minus what it tends to far below 0, and how slowly. Default 1. */
  readonly alpha?: number;
}

const op = exponentialLinear('celu', 'Celu');
