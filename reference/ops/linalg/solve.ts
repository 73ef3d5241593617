import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { factor, solveFactored } from '../../kernels/lu.ts';
import { columnMajor, matrixAt, putMatrix, startsOf } from '../../kernels/matrices.ts';
import { broadcastShapes, contiguousStrides, type Shape, sameShape, shapeText } from '../../memory/shape.ts';
import { broadcastTo, restride, type View } from '../../memory/view.ts';
import { raise } from '../../numbers/errors.ts';
import { square, wideFloat } from './square.ts';

/**
 * The solutions of systems of linear equations with one matrix each, of as many right-hand sides as `B` has columns, or of
 * vectors.
 *
 *     A·out = B, or out·A = B where `left` is false
 *
 * Of float32 and float64. The axes before the last two broadcast. Raises shape_mismatch, unsupported_dtype, dtype_mismatch,
 * invalid_argument (a matrix without an inverse).
 * Source: torch.linalg.solve.
 */
export function solve(A: Tensor, B: Tensor, { left = true }: SolveOptions = {}): Tensor {
  return apply(op, [A, B], { left });
}

export interface SolveOptions {
  /** Whether the unknown stands to the right of A. Default: true. */
  readonly left?: boolean;
}

/** B is one vector for all matrices, or one for each. */
const isVector = (a: Shape, b: Shape): boolean =>
  b.length === 1 || (a.length - 1 === b.length && sameShape(a.slice(0, -1), b));

function solutionShape([a, b]: readonly Shape[], { left }: Required<SolveOptions>): Shape {
  const n = square('linalg.solve', a!).at(-1)!;
  const batch = a!.slice(0, -2);
  if (b!.length === 0)
    raise('shape_mismatch', 'linalg.solve: expected vectors or matrices on the right, found a number');
  const vector = isVector(a!, b!);
  const equations = vector ? b!.at(-1) : b!.at(left ? -2 : -1);
  // Before the matrix there stand rows, and no vector.
  if (equations !== n || (vector && !left))
    raise('shape_mismatch', `linalg.solve: ${n} unknowns in ${shapeText(a!)} do not fit ${shapeText(b!)}`);
  if (vector) return [...batch, n];
  return [...broadcastShapes(batch, b!.slice(0, -2)), ...b!.slice(-2)];
}

/** A view whose last two axes change places. */
const turned = (view: View): View => {
  const swap = (list: readonly number[]): readonly number[] => [...list.slice(0, -2), list.at(-1)!, list.at(-2)!];
  return restride(view, swap(view.shape), swap(view.strides));
};
/** A column, of one vector or of each. */
const column = (view: View): View => restride(view, [...view.shape, 1], [...view.strides, 1]);

const op: Op<Required<SolveOptions>> = {
  name: 'linalg.solve',
  shape: solutionShape,
  dtype: (operands) => wideFloat('linalg.solve', operands),
  layout: ([a, b], options) => {
    const shape = solutionShape([a!.shape, b!.shape], options);
    return options.left ? columnMajor(shape) : contiguousStrides(shape);
  },
  // PA = LU, then LY = PB and UX = Y; where the unknown stands to the left, of the transposed: Aᵀ·Xᵀ = Bᵀ
  forward: (out, [a, b], { left }) => {
    const vector = isVector(a!.shape, b!.shape);
    const batch = vector ? out.shape.slice(0, -1) : out.shape.slice(0, -2);
    const sides = (view: View): View => (vector ? column(view) : left ? view : turned(view));
    const x = sides(out);
    const right = sides(b!);
    const wide = broadcastTo(right, [...batch, ...right.shape.slice(-2)]);
    const matrices = broadcastTo(left ? a! : turned(a!), [...batch, ...a!.shape.slice(-2)]);
    const [n, m] = x.shape.slice(-2) as [number, number];
    const [of, to] = [startsOf(wide), startsOf(x)];
    startsOf(matrices).forEach((start, k) => {
      const factors = factor(matrixAt(matrices, start), n);
      if (factors.singular) raise('invalid_argument', `linalg.solve: matrix ${k} has no inverse`);
      putMatrix(x, to[k]!, solveFactored(factors, matrixAt(wide, of[k]!), m));
    });
  },
  // A·dX = dB - dA·X, so dB = A⁻ᵀ·dX and dA = -dB·Xᵀ; to the left, dB = dX·A⁻ᵀ and dA = -Xᵀ·dB
  vjp: {
    gradFn: 'LinalgSolveExBackward0',
    rules: (grad, saved, operand) => {
      const { left } = saved.options;
      const [A, X] = [saved.input(0), saved.result()];
      const vector = isVector(saved.shape(0), saved.shape(1));
      const g = vector ? grad.unsqueeze(-1) : grad;
      const b = solve(A.transpose(-2, -1), g, { left });
      if (operand === 1) return vector ? b.squeeze({ dim: -1 }) : b;
      const x = (vector ? X.unsqueeze(-1) : X).transpose(-2, -1);
      return (left ? b.matmul(x) : x.matmul(b)).neg();
    },
  },
};
