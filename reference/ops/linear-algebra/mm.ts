import { raise } from '../../errors.ts';
import type { Operand } from '../../graph.ts';
import { apply, type Op } from '../../op.ts';
import { NONE, type None } from '../../pointwise.ts';
import { type Shape, shapeText } from '../../shape.ts';
import type { Tensor } from '../../tensor.ts';
import type { View } from '../../view.ts';

/** Dtype rule of products: no promotion, both operands have one dtype. */
export function oneDtype(operands: readonly Operand[]): { compute: Tensor['dtype']; result: Tensor['dtype'] } {
  const [a, b] = operands as readonly [Tensor, Tensor];
  if (a.dtype !== b.dtype)
    raise('dtype_mismatch', `expected both operands to have one dtype, found ${a.dtype} and ${b.dtype}`);
  return { compute: a.dtype, result: a.dtype };
}

// out[i, j] = Σₖ a[i, k]·b[k, j]; a row of the result is accumulated in float64 and rounded once
export function product(out: View, a: View, b: View): void {
  const [rows, inner] = a.shape as readonly [number, number];
  const columns = b.shape[1]!;
  const [x, y, to] = [a.numbers, b.numbers, out.numbers];
  const [ai, ak] = a.strides as readonly [number, number];
  const [bk, bj] = b.strides as readonly [number, number];
  const row = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    row.fill(0);
    for (let k = 0; k < inner; k++) {
      const factor = x[a.offset + i * ai + k * ak]!;
      const start = b.offset + k * bk;
      for (let j = 0; j < columns; j++) row[j]! += factor * y[start + j * bj]!;
    }
    to.set(row, out.offset + i * columns);
  }
}

export function bigintProduct(out: View, a: View, b: View): void {
  const [x, y, to] = [a.bigints, b.bigints, out.bigints];
  const columns = b.shape[1]!;
  for (let i = 0; i < a.shape[0]!; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0n;
      for (let k = 0; k < a.shape[1]!; k++) {
        sum +=
          x[a.offset + i * a.strides[0]! + k * a.strides[1]!]! * y[b.offset + k * b.strides[0]! + j * b.strides[1]!]!;
      }
      to[out.offset + i * columns + j] = sum;
    }
  }
}

function productShape([a, b]: readonly Shape[]): Shape {
  if (a!.length !== 2 || b!.length !== 2) raise('shape_mismatch', 'mm: both operands must have 2 axes');
  if (a![1] !== b![0]) raise('shape_mismatch', `mm: ${shapeText(a!)} and ${shapeText(b!)} cannot be multiplied`);
  return [a![0]!, b![1]!];
}

const op: Op<None> = {
  name: 'mm',
  shape: productShape,
  dtype: oneDtype,
  layout: 'row-major',
  forward: (out, [a, b]) => (out.dtype === 'int64' ? bigintProduct(out, a!, b!) : product(out, a!, b!)),
  // d(AB) = dA·B + A·dB, so dA = dC·Bᵀ and dB = Aᵀ·dC
  vjp: {
    gradFn: 'MmBackward0',
    rules: [(grad, saved) => grad.mm(saved.input(1).T), (grad, saved) => saved.input(0).T.mm(grad)],
  },
};

/** The product of two matrices. */
export const mm = (input: Tensor, mat2: Tensor): Tensor => apply(op, [input, mat2], NONE);
