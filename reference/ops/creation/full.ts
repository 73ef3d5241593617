import type { Tensor } from '../../autograd/tensor.ts';
import { checkSizes, numelOf, type Shape } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { isScalar, type Scalar, scalarDtype } from '../../numbers/scalar.ts';
import type { CreationOptions } from './creation-options.ts';
import { filled } from './filled.ts';
import { checkNumber } from './range.ts';

/**
 * One number everywhere, whose kind decides the dtype if none is given: bool, int64 or float32.
 *
 *     out[i] = fill_value
 *
 * Raises invalid_argument (negative sizes, a number that the dtype cannot hold), unsupported_dtype (integers that
 * require grad).
 * Source: torch.full.
 */
export function full(size: Shape, fill_value: Scalar, options: CreationOptions = {}): Tensor {
  if (!isScalar(fill_value)) raise('invalid_argument', `full: ${String(fill_value)} is no number`);
  const known = options.dtype ?? scalarDtype(fill_value);
  checkNumber(fill_value, known, numelOf(checkSizes(size)));
  return filled(size, fill_value, known, options);
}
