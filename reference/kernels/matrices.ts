/** The matrices of a view, one by one, as row-major float64: what factorizations work on. */

import type { Shape } from '../memory/shape.ts';
import { contiguousStrides } from '../memory/shape.ts';
import type { View } from '../memory/view.ts';
import { offsetsOf } from './groups.ts';

/** Where the matrices of a view start, in row-major order of the axes before the last two. */
export const startsOf = ({ shape, strides, offset }: View): Int32Array =>
  offsetsOf(shape.slice(0, -2), strides.slice(0, -2), offset);

/** A row-major copy of the matrix that starts there. */
export function matrixAt({ shape, strides, numbers }: View, start: number): Float64Array {
  const [rows, columns] = shape.slice(-2) as [number, number];
  const [down, along] = strides.slice(-2) as [number, number];
  const copy = new Float64Array(rows * columns);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) copy[at++] = numbers[start + i * down + j * along]!;
  }
  return copy;
}

/** Writes a row-major matrix to where the one that starts there lies. */
export function putMatrix({ shape, strides, numbers }: View, start: number, matrix: Float64Array): void {
  const [rows, columns] = shape.slice(-2) as [number, number];
  const [down, along] = strides.slice(-2) as [number, number];
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) numbers[start + i * down + j * along] = matrix[at++]!;
  }
}

/** Matrix by matrix, and each column by column, as LAPACK leaves its results and PyTorch with it. */
export function columnMajor(shape: Shape): readonly number[] {
  const strides = contiguousStrides(shape);
  const rank = shape.length;
  if (rank < 2) return strides;
  strides[rank - 2] = 1;
  strides[rank - 1] = Math.max(shape[rank - 2]!, 1);
  return strides;
}
