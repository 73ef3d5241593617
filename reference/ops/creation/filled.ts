/** A new tensor with one number everywhere, of a given size or like another tensor. */

import { Tensor } from '../../autograd/tensor.ts';
import { copyInto, scalarView } from '../../kernels/convert.ts';
import { type InFormat, stridesIn } from '../../memory/memory-format.ts';
import { checkSizes, type Shape } from '../../memory/shape.ts';
import { emptyView, restride } from '../../memory/view.ts';
import { checkDevice } from '../../numbers/device.ts';
import { type Dtype, isDtype } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import type { Scalar } from '../../numbers/scalar.ts';
import type { CreationOptions } from './creation-options.ts';

/** `value` everywhere; of `options`, `dtype` is not looked at. Raises invalid_argument. */
export function filled(size: Shape, value: Scalar, dtype: Dtype, options: CreationOptions): Tensor {
  checkDevice(options);
  if (!isDtype(dtype)) raise('invalid_argument', `${String(dtype)} is no dtype`);
  const out = emptyView(dtype, [...checkSizes(size)]);
  if (value !== 0) copyInto(out, scalarView(value, dtype));
  const tensor = new Tensor(out);
  return options.requires_grad ? tensor.requires_grad_() : tensor;
}

export interface LikeOptions extends CreationOptions, InFormat {}

/** `value` everywhere, in input's shape, and in its dtype and its order in memory unless the options say another. */
export function filledLike(input: Tensor, value: Scalar, options: LikeOptions): Tensor {
  const { dtype = input.dtype, device, requires_grad, memory_format = 'preserve_format' } = options;
  const { strided: made } = filled(input.shape, value, dtype, device === undefined ? {} : { device });
  const tensor = new Tensor(restride(made, made.shape, stridesIn(memory_format, input.strided)));
  return requires_grad ? tensor.requires_grad_() : tensor;
}
