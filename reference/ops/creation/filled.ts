import { copyInto, scalarView } from '../../convert.ts';
import { DEFAULT_FLOAT, type Dtype, isDtype } from '../../dtype.ts';
import { raise } from '../../errors.ts';
import { type Scalar, scalarDtype } from '../../scalar.ts';
import { checkSizes, type Shape } from '../../shape.ts';
import { Tensor } from '../../tensor.ts';
import { emptyView } from '../../view.ts';

/** What every creation op takes. */
export interface CreationOptions {
  readonly dtype?: Dtype;
  readonly requires_grad?: boolean;
}

function filled(size: Shape, value: Scalar, dtype: Dtype, requires_grad = false): Tensor {
  if (!isDtype(dtype)) raise('invalid_argument', `${String(dtype)} is no dtype`);
  const out = emptyView(dtype, [...checkSizes(size)]);
  if (value !== 0) copyInto(out, scalarView(value, dtype));
  const tensor = new Tensor(out);
  return requires_grad ? tensor.requires_grad_() : tensor;
}

/** `size` zeros; float32 if no dtype is given. */
export const zeros = (size: Shape, { dtype = DEFAULT_FLOAT, requires_grad }: CreationOptions = {}): Tensor =>
  filled(size, 0, dtype, requires_grad);
/** `size` ones; float32 if no dtype is given. */
export const ones = (size: Shape, { dtype = DEFAULT_FLOAT, requires_grad }: CreationOptions = {}): Tensor =>
  filled(size, 1, dtype, requires_grad);
/** `size` times `fill_value`, whose kind decides the dtype if none is given. */
export const full = (size: Shape, fill_value: Scalar, { dtype, requires_grad }: CreationOptions = {}): Tensor =>
  filled(size, fill_value, dtype ?? scalarDtype(fill_value), requires_grad);
/** Zeros of input's shape, and dtype if none is given. */
export const zeros_like = (input: Tensor, { dtype = input.dtype, requires_grad }: CreationOptions = {}): Tensor =>
  filled(input.shape, 0, dtype, requires_grad);
/** Ones of input's shape, and dtype if none is given. */
export const ones_like = (input: Tensor, { dtype = input.dtype, requires_grad }: CreationOptions = {}): Tensor =>
  filled(input.shape, 1, dtype, requires_grad);
