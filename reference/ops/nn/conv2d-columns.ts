/** A convolution as a product of matrices: one column for each output position, one row for each tap of the kernel. */

import { emptyView, type View } from '../../memory/view.ts';
import type { Buffer, Dtype, Numbers } from '../../numbers/dtype.ts';
import type { Axis, Geometry } from './conv2d-geometry.ts';

/** Channels per group, times taps; and output positions. */
export const columnsShape = ({ weight, output }: Geometry): readonly [number, number] => [
  weight[1]! * weight[2]! * weight[3]!,
  output[2]! * output[3]!,
];

/** The outputs whose input at `tap` is no padding: first, and one past the last. */
function inside({ size, outputs, stride, padding, dilation }: Axis, tap: number): readonly [number, number] {
  const shift = padding - tap * dilation;
  return [Math.max(0, Math.ceil(shift / stride)), Math.min(outputs, Math.floor((size - 1 + shift) / stride) + 1)];
}

/** Columns `to`, `to + 1`, … hold inputs `from`, `from + step`, …; n of them. Flat positions. */
type Run = (n: number, to: number, from: number, step: number) => void;

// columns[(c, u, v), (y, x)] ↔ image[c, y·s + u·d − p, x·s + v·d − p], for the channels of one group. Padding is left out.
function eachRun({ height, width, weight }: Geometry, run: Run): void {
  let row = 0;
  for (let c = 0; c < weight[1]!; c++) {
    for (let u = 0; u < height.taps; u++) {
      const [top, bottom] = inside(height, u);
      for (let v = 0; v < width.taps; v++, row++) {
        const [left, right] = inside(width, v);
        const x = left * width.stride + v * width.dilation - width.padding;
        for (let output = top; output < bottom && left < right; output++) {
          const y = output * height.stride + u * height.dilation - height.padding;
          const to = (row * height.outputs + output) * width.outputs + left;
          run(right - left, to, (c * height.size + y) * width.size + x, width.stride);
        }
      }
    }
  }
}

/** The columns, in `dtype`, of the group whose first channel starts at `start`. */
export function unfold(geometry: Geometry, dtype: Dtype, image: Buffer, start: number): View {
  const columns = emptyView(dtype, columnsShape(geometry));
  const to = columns.storage.buffer;
  eachRun(geometry, (n, first, from, step) => {
    for (let i = 0, j = start + from; i < n; i++, j += step) to[first + i] = image[j]!;
  });
  return columns;
}

/** Adds each column to where unfold took it from. */
export function foldInto(geometry: Geometry, image: Numbers, start: number, columns: View): void {
  const from = columns.numbers;
  eachRun(geometry, (n, first, to, step) => {
    for (let i = 0, j = start + to; i < n; i++, j += step) image[j]! += from[first + i]!;
  });
}
