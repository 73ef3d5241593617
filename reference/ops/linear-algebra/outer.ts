import type { Tensor } from '../../autograd/tensor.ts';
import { shapeText } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * The products of all elements of a vector (n) with all of another (m): (n, m).
 *
 *     out[i, j] = input[i]·vec2[j]
 *
 * The dtype is the promoted one. Raises shape_mismatch (no vector).
 * Source: torch.outer.
 */
export function outer(input: Tensor, vec2: Tensor): Tensor {
  for (const { shape } of [input, vec2])
    if (shape.length !== 1) raise('shape_mismatch', `outer: expected two vectors, found ${shapeText(shape)}`);
  return input.unsqueeze(1).mul(vec2);
}
