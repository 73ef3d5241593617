import { apply, type Op } from '../../apply/op.ts';
import { named } from '../../autograd/graph.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { checkIntegers } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { promoted } from '../pointwise.ts';
import { diagonalOf } from './diagonal.ts';

/**
 * Of a vector the square matrix that has it on a diagonal, and of a matrix what lies on one. A copy.
 *
 *     of a vector: out[k + max(-d, 0), k + max(d, 0)] = input[k], and 0 elsewhere; of a matrix the other way round
 *
 * Raises shape_mismatch (neither one axis nor two).
 * Source: torch.diag.
 */
export function diag(input: Tensor, { diagonal = 0 }: DiagOptions = {}): Tensor {
  checkIntegers([diagonal]);
  if (input.ndim === 1) return apply(op, [input], { diagonal });
  if (input.ndim === 2) return named(input.diagonal({ offset: diagonal }).clone(), 'DiagonalBackward0_copy');
  return raise('shape_mismatch', `diag: expected one axis or two, found ${input.ndim}`);
}

export interface DiagOptions {
  /** Which diagonal: 0 is the main one, above it they count up. Default: 0. */
  readonly diagonal?: number;
}

const op: Op<{ readonly diagonal: number }> = {
  name: 'diag',
  shape: ([input], { diagonal }) => new Array<number>(2).fill(input![0]! + Math.abs(diagonal)),
  dtype: promoted,
  layout: 'row-major',
  forward: (out, [input], { diagonal }) => copyInto(diagonalOf(out, { offset: diagonal, first: 0, second: 1 }), input!),
  // d input[k] = d out at the k-th place of the diagonal
  vjp: {
    gradFn: 'DiagEmbedBackward0',
    rules: [(grad, { options }) => grad.diagonal({ offset: options.diagonal })],
  },
};
