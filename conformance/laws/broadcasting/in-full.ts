/** What is stretched, written out. */
import type { Shape } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import type { TensorValue } from '../../values/case.ts';
import { flatten } from '../../values/element.ts';
import { reading } from './reading.ts';

/** The tensor of this shape that an input shows when it is stretched to it. */
export const inFull = ({ dtype, shape, data }: TensorValue, to: Shape): TensorValue => {
  const own = flatten(data);
  return {
    dtype,
    shape: to,
    data: nested(
      reading(shape, to).map((at) => own[at]!),
      to,
    ),
  };
};
