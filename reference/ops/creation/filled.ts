import { Tensor } from '../../autograd/tensor.ts';
import { copyInto, scalarView } from '../../kernels/convert.ts';
import { type InFormat, stridesIn } from '../../memory/memory-format.ts';
import { checkSizes, numelOf, type Shape } from '../../memory/shape.ts';
import { emptyView, restride } from '../../memory/view.ts';
import { checkDevice, type OnDevice } from '../../numbers/device.ts';
import { DEFAULT_FLOAT, type Dtype, isDtype } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { isScalar, type Scalar, scalarDtype } from '../../numbers/scalar.ts';
import { checkNumber } from './range.ts';
import { type SizesAndOptions, sizesAndOptions } from './sizes.ts';

/** What every creation op takes. */
export interface CreationOptions extends OnDevice {
  readonly dtype?: Dtype;
  readonly requires_grad?: boolean;
}

function filled(size: Shape, value: Scalar, dtype: Dtype, options: CreationOptions): Tensor {
  checkDevice(options);
  if (!isDtype(dtype)) raise('invalid_argument', `${String(dtype)} is no dtype`);
  const out = emptyView(dtype, [...checkSizes(size)]);
  if (value !== 0) copyInto(out, scalarView(value, dtype));
  const tensor = new Tensor(out);
  return options.requires_grad ? tensor.requires_grad_() : tensor;
}

/** Zeros, `zeros([2, 3])` or `zeros(2, 3)`; float32 if no dtype is given. */
export function zeros(...args: SizesAndOptions<CreationOptions>): Tensor {
  const [size, options] = sizesAndOptions(args);
  return filled(size, 0, options.dtype ?? DEFAULT_FLOAT, options);
}
/** Ones, `ones([2, 3])` or `ones(2, 3)`; float32 if no dtype is given. */
export function ones(...args: SizesAndOptions<CreationOptions>): Tensor {
  const [size, options] = sizesAndOptions(args);
  return filled(size, 1, options.dtype ?? DEFAULT_FLOAT, options);
}
/** `size` times `fill_value`, whose kind decides the dtype if none is given. */
export function full(size: Shape, fill_value: Scalar, options: CreationOptions = {}): Tensor {
  if (!isScalar(fill_value)) raise('invalid_argument', `full: ${String(fill_value)} is no number`);
  const known = options.dtype ?? scalarDtype(fill_value);
  checkNumber(fill_value, known, numelOf(checkSizes(size)));
  return filled(size, fill_value, known, options);
}

export interface LikeOptions extends CreationOptions, InFormat {}

function like(input: Tensor, value: Scalar, options: LikeOptions): Tensor {
  const { dtype = input.dtype, device, requires_grad, memory_format = 'preserve_format' } = options;
  const { strided: made } = filled(input.shape, value, dtype, device === undefined ? {} : { device });
  const tensor = new Tensor(restride(made, made.shape, stridesIn(memory_format, input.strided)));
  return requires_grad ? tensor.requires_grad_() : tensor;
}
/** Zeros of input's shape, in its order in memory unless `memory_format` says another, and of its dtype if none is given. */
export const zeros_like = (input: Tensor, options: LikeOptions = {}): Tensor => like(input, 0, options);
/** The same of ones. */
export const ones_like = (input: Tensor, options: LikeOptions = {}): Tensor => like(input, 1, options);
