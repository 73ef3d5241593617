import type { Tensor } from '../../autograd/tensor.ts';
import { checkIntegers } from '../../memory/shape.ts';
import { listOf, type Sizes } from '../creation/sizes.ts';

/**
 * Copies of `input` side by side, as `repeat`, but fewer `dims` than axes count from the last axis. A copy.
 *
 *     out[…, c·n + i, …] = input[…, i, …] along each axis, n its size and c < its number in `dims`
 *
 * Raises invalid_argument (a negative number).
 * Source: torch.tile.
 */
export function tile(input: Tensor, ...dims: Sizes): Tensor {
  const times = checkIntegers(listOf(dims));
  const missing = Math.max(0, input.ndim - times.length);
  return input.repeat([...Array<number>(missing).fill(1), ...times]);
}
