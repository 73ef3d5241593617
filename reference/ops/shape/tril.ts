import type { Tensor } from '../../autograd/tensor.ts';
import { type TriangleOptions, triangle } from './triangle.ts';

/**
 * The lower triangle of each matrix of `input`: what lies on `diagonal` and below it, and 0 elsewhere. A copy.
 *
 *     out[…, i, j] = input[…, i, j] where j - i ≤ diagonal, else 0
 *
 * Raises shape_mismatch (fewer than two axes).
 * Source: torch.tril.
 */
export function tril(input: Tensor, { diagonal = 0 }: TriangleOptions = {}): Tensor {
  return triangle('tril', input, 'lower', diagonal);
}
