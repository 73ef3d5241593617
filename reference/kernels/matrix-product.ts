/** The product of two matrices in memory: out[i, j] = Σₖ a[i, k]·b[k, j]. */

import type { View } from '../memory/view.ts';
import type { Numbers } from '../numbers/dtype.ts';

/** Fills `out`, row-major, with the product of two 2-D views of its dtype. */
export function multiply(out: View, a: View, b: View): void {
  if (out.numel === 0) return;
  if (out.storage.buffer instanceof BigInt64Array) bigintProduct(out, a, b);
  else if (out.storage.buffer instanceof Int32Array) int32Product(out, a, b);
  else floatProduct(out, a, b);
}

const UNROLL = 4;

/** A row-major float64 copy, padded with zeros to `rows` by `columns`. */
function pack(view: View, rows: number, columns: number): Float64Array {
  const packed = new Float64Array(rows * columns);
  const source: Numbers = view.numbers;
  const [height, width] = view.shape as readonly [number, number];
  const [down, right] = view.strides as readonly [number, number];
  for (let i = 0; i < height; i++) {
    const [from, to] = [view.offset + i * down, i * columns];
    for (let j = 0; j < width; j++) packed[to + j] = source[from + j * right]!;
  }
  return packed;
}

// A row of the result is accumulated in float64, four k at a time, and rounded once.
function floatProduct(out: View, a: View, b: View): void {
  const [rows, columns] = out.shape as readonly [number, number];
  const inner = Math.ceil(a.shape[1]! / UNROLL) * UNROLL;
  const x = pack(a, rows, inner);
  const y = pack(b, inner, columns);
  const row = new Float64Array(columns);
  const to = out.numbers;
  for (let i = 0; i < rows; i++) {
    row.fill(0);
    for (let k = 0; k < inner; k += UNROLL) {
      const p = i * inner + k;
      const [x0, x1, x2, x3] = [x[p]!, x[p + 1]!, x[p + 2]!, x[p + 3]!];
      const q0 = k * columns;
      const [q1, q2, q3] = [q0 + columns, q0 + 2 * columns, q0 + 3 * columns];
      for (let j = 0; j < columns; j++) {
        row[j]! += x0 * y[q0 + j]! + x1 * y[q1 + j]! + x2 * y[q2 + j]! + x3 * y[q3 + j]!;
      }
    }
    to.set(row, out.offset + i * columns);
  }
}

// Exact modulo 2^32, which a sum of float64 products is not.
function int32Product(out: View, a: View, b: View): void {
  const [x, y, to] = [a.numbers, b.numbers, out.numbers];
  eachCell(out, a, b, (cell, p, dp, q, dq, inner) => {
    let sum = 0;
    for (let k = 0; k < inner; k++) sum = (sum + Math.imul(x[p + k * dp]!, y[q + k * dq]!)) | 0;
    to[cell] = sum;
  });
}

function bigintProduct(out: View, a: View, b: View): void {
  const [x, y, to] = [a.bigints, b.bigints, out.bigints];
  eachCell(out, a, b, (cell, p, dp, q, dq, inner) => {
    let sum = 0n;
    for (let k = 0; k < inner; k++) sum += x[p + k * dp]! * y[q + k * dq]!;
    to[cell] = sum;
  });
}

/** Calls `cell` for each element of the result, with the start and step of its row of `a` and its column of `b`. */
function eachCell(
  out: View,
  a: View,
  b: View,
  cell: (cell: number, p: number, dp: number, q: number, dq: number, inner: number) => void,
): void {
  const [rows, columns] = out.shape as readonly [number, number];
  const [ai, ak] = a.strides as readonly [number, number];
  const [bk, bj] = b.strides as readonly [number, number];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      cell(out.offset + i * columns + j, a.offset + i * ai, ak, b.offset + j * bj, bk, a.shape[1]!);
    }
  }
}
