import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { exponentialLinear } from './exponential-linear.ts';

/**
 * The exponential linear unit of two fixed factors, which keeps mean 0 and variance 1 from layer to layer.
 *
 *     out[i] = scale·input[i] if input[i] > 0, else scale·alpha·(e^input[i] - 1)
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool).
 * Source: torch.nn.functional.selu.
 */
export function selu(input: Tensor): Tensor {
  return apply(op, [input], { alpha: ALPHA, scale: SCALE, rate: 1 });
}

const ALPHA = 1.6732632423543772;
const SCALE = 1.0507009873554805;

const op = exponentialLinear('selu', 'Elu');
