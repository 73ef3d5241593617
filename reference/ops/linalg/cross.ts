import { apply, type Dtypes, type Op } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { offsetsOf } from '../../kernels/groups.ts';
import { broadcastShapes, normalizeDim, type Shape, shapeText } from '../../memory/shape.ts';
import { broadcastTo, type View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * The cross products of vectors of three elements that lie along `dim`.
 *
 *     out = (a₁·b₂ - a₂·b₁, a₂·b₀ - a₀·b₂, a₀·b₁ - a₁·b₀)
 *
 * In the operands' dtype; integers wrap. The other axes broadcast. Raises shape_mismatch (ranks that differ, an axis of
 * other than three elements), dtype_mismatch, unsupported_dtype (bool), index_out_of_range.
 * Source: torch.linalg.cross.
 */
export function cross(input: Tensor, other: Tensor, { axis = -1, dim = axis }: CrossOptions = {}): Tensor {
  return apply(op, [input, other], { dim });
}

export interface CrossOptions {
  /** The axis of three elements. Default: -1. */
  readonly dim?: number;
  /** The same as dim. */
  readonly axis?: number;
}

interface Along {
  readonly dim: number;
}

function crossShape([a, b]: readonly Shape[], { dim }: Along): Shape {
  if (a!.length !== b!.length)
    raise('shape_mismatch', `linalg.cross: ${shapeText(a!)} and ${shapeText(b!)} have not as many axes`);
  const axis = normalizeDim(dim, a!.length);
  if (a![axis] !== 3 || b![axis] !== 3)
    raise(
      'shape_mismatch',
      `linalg.cross: expected 3 elements along ${dim}, found ${shapeText(a!)} and ${shapeText(b!)}`,
    );
  return broadcastShapes(a!, b!);
}

function crossDtype(operands: readonly Operand[]): Dtypes {
  const [a, b] = operands.map((x) =>
    x instanceof Tensor ? x.dtype : raise('invalid_argument', 'linalg.cross: expected tensors'),
  );
  if (a !== b) raise('dtype_mismatch', `linalg.cross: expected one dtype, found ${a} and ${b}`);
  if (a === 'bool') raise('unsupported_dtype', 'linalg.cross: bool has no differences');
  return { compute: a!, result: a! };
}

/** The starts of the vectors along an axis, and the step from one element to the next. */
function vectorsOf(
  { shape, strides, offset }: View,
  axis: number,
): { readonly starts: Int32Array; readonly step: number } {
  const without = (list: readonly number[]): readonly number[] => list.toSpliced(axis, 1);
  return { starts: offsetsOf(without(shape), without(strides), offset), step: strides[axis]! };
}

/** Visits each element of the result: its place, then those of the two factors of what is added and of what is taken away. */
type Visit = (o: number, a: number, b: number, c: number, d: number) => void;
function eachElement(out: View, [a, b]: readonly View[], axis: number, visit: Visit): void {
  const to = vectorsOf(out, axis);
  const left = vectorsOf(broadcastTo(a!, out.shape), axis);
  const right = vectorsOf(broadcastTo(b!, out.shape), axis);
  to.starts.forEach((start, n) => {
    const x = (i: number): number => left.starts[n]! + (i % 3) * left.step;
    const y = (i: number): number => right.starts[n]! + (i % 3) * right.step;
    for (let i = 0; i < 3; i++) visit(start + i * to.step, x(i + 1), y(i + 2), x(i + 2), y(i + 1));
  });
}

const op: Op<Along> = {
  name: 'linalg.cross',
  shape: crossShape,
  dtype: crossDtype,
  layout: 'as-operands',
  // out[i] = a[i + 1]·b[i + 2] - a[i + 2]·b[i + 1], counted modulo 3
  forward: (out, inputs, { dim }) => {
    const axis = normalizeDim(dim, out.shape.length);
    if (out.storage.buffer instanceof BigInt64Array) {
      const [x, y, to] = [inputs[0]!.bigints, inputs[1]!.bigints, out.bigints];
      eachElement(out, inputs, axis, (o, a, b, c, d) => {
        to[o] = x[a]! * y[b]! - x[c]! * y[d]!;
      });
      return;
    }
    const [x, y, to] = [inputs[0]!.numbers, inputs[1]!.numbers, out.numbers];
    // Exact modulo 2^32, which a difference of float64 products is not.
    if (to instanceof Int32Array)
      eachElement(out, inputs, axis, (o, a, b, c, d) => {
        to[o] = Math.imul(x[a]!, y[b]!) - Math.imul(x[c]!, y[d]!);
      });
    else
      eachElement(out, inputs, axis, (o, a, b, c, d) => {
        to[o] = x[a]! * y[b]! - x[c]! * y[d]!;
      });
  },
  // d(a × b) = da × b + a × db, so da = b × g and db = g × a
  vjp: {
    gradFn: 'LinalgCrossBackward0',
    rules: [
      (grad, saved) => cross(saved.input(1), grad, saved.options),
      (grad, saved) => cross(grad, saved.input(0), saved.options),
    ],
  },
};
