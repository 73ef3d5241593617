import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';
import { between } from './between.ts';

/**
 * Keeps elements between two limits; NaN stays.
 *
 *     out[i] = min(max(input[i], min_val), max_val)
 *
 * All dtypes but bool, of which it keeps shape and dtype; of integers the limits are cut to integers. Raises
 * unsupported_dtype (bool), invalid_argument (min_val > max_val; below 0 for uint8).
 * Source: torch.nn.functional.hardtanh.
 */
export function hardtanh(input: Tensor, options: HardtanhOptions = {}): Tensor {
  const { min_val = -1, max_val = 1 } = options;
  if (min_val > max_val) raise('invalid_argument', `hardtanh: min_val ${min_val} is greater than max_val ${max_val}`);
  return apply(op, [input], { min_val, max_val });
}

export interface HardtanhOptions {
  /** Default -1. */
  readonly min_val?: number;
  /** Default 1. */
  readonly max_val?: number;
}

const op = between('hardtanh');
