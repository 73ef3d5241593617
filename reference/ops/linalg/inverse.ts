import type { Op } from '../../apply/op.ts';
import { factor, solveFactored } from '../../kernels/lu.ts';
import { columnMajor, matrixAt, putMatrix, startsOf } from '../../kernels/matrices.ts';
import { raise } from '../../numbers/errors.ts';
import { square, wideFloat } from './square.ts';

/** What becomes of a matrix that has no inverse: it raises, or gives zeros. */
export interface Inverse {
  readonly singular: 'raises' | 'zeros';
}

const identity = (n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0));

/** The inverses of square matrices. */
export const inverse: Op<Inverse> = {
  name: 'linalg.inv',
  shape: ([a]) => square('linalg.inv', a!),
  dtype: (operands) => wideFloat('linalg.inv', operands),
  layout: ([a]) => columnMajor(a!.shape),
  // A·out = I
  forward: (out, [a], { singular }) => {
    const n = a!.shape.at(-1)!;
    const to = startsOf(out);
    startsOf(a!).forEach((start, k) => {
      const factors = factor(matrixAt(a!, start), n);
      if (!factors.singular) putMatrix(out, to[k]!, solveFactored(factors, identity(n), n));
      else if (singular === 'raises') raise('invalid_argument', `linalg.inv: matrix ${k} has no inverse`);
    });
  },
  // dX = -X·dA·X with X = A⁻¹, so dA = -Xᵀ·dX·Xᵀ
  vjp: {
    gradFn: 'LinalgInvExBackward0',
    rules: [
      (grad, saved) => {
        const x = saved.result().transpose(-2, -1);
        return x.matmul(grad).matmul(x).neg();
      },
    ],
  },
};
