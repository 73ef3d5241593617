import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { columnMajor, matrixAt, putMatrix, startsOf } from '../../kernels/matrices.ts';
import { raise } from '../../numbers/errors.ts';
import { inv } from './inv.ts';
import { square, wideFloat } from './square.ts';

/**
 * The triangular factors of symmetric positive-definite matrices, of which one triangle is read.
 *
 *     A = L·Lᵀ, L lower triangular with a positive diagonal; with `upper` A = Uᵀ·U
 *
 * Of float32 and float64. Raises shape_mismatch (no square matrices), unsupported_dtype, invalid_argument (a matrix that is
 * not positive-definite).
 * Source: torch.linalg.cholesky.
 */
export function cholesky(A: Tensor, { upper = false }: CholeskyOptions = {}): Tensor {
  return apply(op, [A], { upper });
}

export interface CholeskyOptions {
  /** Whether the factor is the upper one, and the upper triangle is read. Default: false. */
  readonly upper?: boolean;
}

/** The lower factor of a row-major n × n matrix, from its lower triangle; undefined if there is none. */
function lowerFactor(a: Float64Array, n: number): Float64Array | undefined {
  const l = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let rest = a[i * n + j]!;
      for (let k = 0; k < j; k++) rest -= l[i * n + k]! * l[j * n + k]!;
      // A NaN is no positive number either.
      if (i === j && !(rest > 0)) return undefined;
      l[i * n + j] = i === j ? Math.sqrt(rest) : rest / l[j * n + j]!;
    }
  }
  return l;
}

const transposed = (a: Float64Array, n: number): Float64Array =>
  a.map((_, at) => a[(at % n) * n + Math.floor(at / n)]!);

const op: Op<Required<CholeskyOptions>> = {
  name: 'linalg.cholesky',
  shape: ([a]) => square('linalg.cholesky', a!),
  dtype: (operands) => wideFloat('linalg.cholesky', operands),
  layout: ([a]) => columnMajor(a!.shape),
  // L[j, j] = √(A[j, j] - Σₖ L[j, k]²), L[i, j] = (A[i, j] - Σₖ L[i, k]·L[j, k]) / L[j, j], k < j
  forward: (out, [a], { upper }) => {
    const n = a!.shape.at(-1)!;
    const turned = (matrix: Float64Array): Float64Array => (upper ? transposed(matrix, n) : matrix);
    const to = startsOf(out);
    startsOf(a!).forEach((start, k) => {
      const factor =
        lowerFactor(turned(matrixAt(a!, start)), n) ??
        raise('invalid_argument', `linalg.cholesky: matrix ${k} is not positive-definite`);
      putMatrix(out, to[k]!, turned(factor));
    });
  },
  // L⁻¹·dA·L⁻ᵀ is symmetric, and its lower triangle with half the diagonal is L⁻¹·dL; so dA = L⁻ᵀ·S·L⁻¹, with S the
  // symmetric half of the lower triangle of Lᵀ·dL
  vjp: {
    gradFn: 'LinalgCholeskyExBackward0',
    rules: [
      (grad, saved) => {
        const { options } = saved;
        const turned = (x: Tensor): Tensor => (options.upper ? x.transpose(-2, -1) : x);
        const l = turned(saved.result());
        const low = l.transpose(-2, -1).matmul(turned(grad)).tril();
        const symmetric = low.add(low.tril({ diagonal: -1 }).transpose(-2, -1)).mul(0.5);
        const inverse = inv(l);
        return inverse.transpose(-2, -1).matmul(symmetric).matmul(inverse);
      },
    ],
  },
};
