/** PyTorch's type promotion: among operands of one category, dimensions beat 0-d tensors, and those beat numbers. */

import { Tensor } from '../autograd/tensor.ts';
import { categoryOf, DEFAULT_FLOAT, type Dtype, isFloating, promote } from '../numbers/dtype.ts';
import { type Scalar, scalarDtype } from '../numbers/scalar.ts';

const join = (a: Dtype | undefined, b: Dtype): Dtype => (a === undefined ? b : promote(a, b));

// The lower rank only counts if its category is higher.
function combine(higher: Dtype | undefined, lower: Dtype | undefined): Dtype | undefined {
  if (higher === undefined || lower === undefined) return higher ?? lower;
  return categoryOf(lower) > categoryOf(higher) ? promote(higher, lower) : higher;
}

/** The dtype in which these operands meet. */
export function resultType(operands: readonly (Tensor | Scalar)[]): Dtype {
  let dimensioned: Dtype | undefined;
  let zeroDim: Dtype | undefined;
  let number: Dtype | undefined;
  for (const x of operands) {
    if (!(x instanceof Tensor)) number = join(number, scalarDtype(x));
    else if (x.strided.shape.length > 0) dimensioned = join(dimensioned, x.dtype);
    else zeroDim = join(zeroDim, x.dtype);
  }
  return combine(dimensioned, combine(zeroDim, number)) ?? DEFAULT_FLOAT;
}

/** The same, but integers and bools become float32: what `exp` and `div` compute in. */
export function floatResultType(operands: readonly (Tensor | Scalar)[]): Dtype {
  const dtype = resultType(operands);
  return isFloating(dtype) ? dtype : DEFAULT_FLOAT;
}

/** Whether an in-place op may write a result of dtype `from` into a tensor of dtype `to`. */
export const canCast = (from: Dtype, to: Dtype): boolean => categoryOf(from) <= categoryOf(to);
