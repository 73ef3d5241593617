/** The order of a tensor's elements in memory, by the names that PyTorch gives to such orders. */
import { raise } from '../numbers/errors.ts';
import { copyStrides } from './layout.ts';
import { contiguousStrides, type Shape } from './shape.ts';
import type { View } from './view.ts';

/** Row-major, as the operand has it, or the channels of (N, C, H, W) innermost. */
export type MemoryFormat = 'contiguous_format' | 'preserve_format' | 'channels_last';

export interface InFormat {
  readonly memory_format?: MemoryFormat;
}

// (N, C, H, W) in memory as (N, H, W, C)
function channelsLast(shape: Shape): readonly number[] {
  if (shape.length !== 4) raise('invalid_argument', `channels_last needs 4 axes, not ${shape.length}`);
  const [, channels, height, width] = shape as readonly [number, number, number, number];
  return [height * width * channels, 1, width * channels, channels];
}

/** The strides of a copy of `view` in `format`. Raises invalid_argument. */
export function stridesIn(format: MemoryFormat, view: View): readonly number[] {
  if (format === 'preserve_format') return copyStrides(view);
  if (format === 'channels_last') return channelsLast(view.shape);
  if (format !== 'contiguous_format') raise('invalid_argument', `${String(format)} is no memory format`);
  return contiguousStrides(view.shape);
}

/** Whether the elements lie as a copy in `format` would have them; axes of size 1 do not count. */
export function isIn(format: MemoryFormat, view: View): boolean {
  if (format !== 'channels_last') return view.isContiguous();
  if (view.shape.length !== 4) return false;
  const strides = channelsLast(view.shape);
  return view.shape.every((size, axis) => size === 1 || view.strides[axis] === strides[axis]);
}
