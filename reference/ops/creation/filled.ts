import { copyInto, scalarView } from '../../convert.ts';
import { DEFAULT_FLOAT, type Dtype, isDtype } from '../../dtype.ts';
import { raise } from '../../errors.ts';
import { copyStrides } from '../../layout.ts';
import { isScalar, type Scalar, scalarDtype } from '../../scalar.ts';
import { checkSizes, type Shape } from '../../shape.ts';
import { Tensor } from '../../tensor.ts';
import { emptyView, restride } from '../../view.ts';
import { checkNumber } from './range.ts';
import { type SizesAndOptions, sizesAndOptions } from './sizes.ts';

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

/** Zeros, `zeros([2, 3])` or `zeros(2, 3)`; float32 if no dtype is given. */
export function zeros(...args: SizesAndOptions<CreationOptions>): Tensor {
  const [size, { dtype = DEFAULT_FLOAT, requires_grad }] = sizesAndOptions(args);
  return filled(size, 0, dtype, requires_grad);
}
/** Ones, `ones([2, 3])` or `ones(2, 3)`; float32 if no dtype is given. */
export function ones(...args: SizesAndOptions<CreationOptions>): Tensor {
  const [size, { dtype = DEFAULT_FLOAT, requires_grad }] = sizesAndOptions(args);
  return filled(size, 1, dtype, requires_grad);
}
/** `size` times `fill_value`, whose kind decides the dtype if none is given. */
export function full(size: Shape, fill_value: Scalar, { dtype, requires_grad }: CreationOptions = {}): Tensor {
  if (!isScalar(fill_value)) raise('invalid_argument', `full: ${String(fill_value)} is no number`);
  const known = dtype ?? scalarDtype(fill_value);
  checkNumber(fill_value, known);
  return filled(size, fill_value, known, requires_grad);
}

// PyTorch keeps the order in memory of the input.
function like(input: Tensor, value: Scalar, { dtype = input.dtype, requires_grad }: CreationOptions): Tensor {
  const { strided: made } = filled(input.shape, value, dtype);
  const tensor = new Tensor(restride(made, made.shape, copyStrides(input.strided)));
  return requires_grad ? tensor.requires_grad_() : tensor;
}
/** Zeros of input's shape, and dtype if none is given. */
export const zeros_like = (input: Tensor, options: CreationOptions = {}): Tensor => like(input, 0, options);
/** Ones of input's shape, and dtype if none is given. */
export const ones_like = (input: Tensor, options: CreationOptions = {}): Tensor => like(input, 1, options);
