import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { curve } from './curve.ts';

/**
 * The rectifier with a small fixed slope below 0.
 *
 *     out[i] = input[i] if input[i] > 0, else negative_slope·input[i]
 *
 * Floating dtypes, of which it keeps shape and dtype. Raises unsupported_dtype (integers, bool).
 * Source: torch.nn.functional.leaky_relu.
 */
export function leaky_relu(input: Tensor, options: LeakyReluOptions = {}): Tensor {
  return apply(op, [input], { negative_slope: options.negative_slope ?? 0.01 });
}

export interface LeakyReluOptions {
  /** The slope up to 0. Default 0.01. */
  readonly negative_slope?: number;
}

const op = curve<Required<LeakyReluOptions>>({
  name: 'leaky_relu',
  node: 'LeakyRelu',
  value:
    ({ negative_slope }) =>
    (x) =>
      x > 0 ? x : negative_slope * x,
  slope:
    ({ negative_slope }) =>
    (x, g) =>
      x > 0 ? g : negative_slope * g,
  bend: null,
});
