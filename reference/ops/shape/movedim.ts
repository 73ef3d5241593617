import type { Tensor } from '../../autograd/tensor.ts';
import { checkIntegers, normalizeDim } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * Moves the axes `source` of `input` to where `destination` says; the others keep their order. A view.
 *
 *     axis destination[k] of out is axis source[k] of input
 *
 * Raises index_out_of_range, invalid_argument (an axis named twice, or not as many of one as of the other).
 * Source: torch.movedim.
 */
export function movedim(
  input: Tensor,
  source: number | readonly number[],
  destination: number | readonly number[],
): Tensor {
  const from = axesOf(source, input.ndim);
  const to = axesOf(destination, input.ndim);
  if (from.length !== to.length) {
    raise('invalid_argument', `movedim: ${from.length} axes cannot go to ${to.length} places`);
  }
  if (input.ndim === 0) return input.alias();
  const rest = input.shape.map((_, axis) => axis).filter((axis) => !from.includes(axis));
  const order = input.shape.map((_, place) => (to.includes(place) ? from[to.indexOf(place)]! : rest.shift()!));
  return input.permute(order);
}

function axesOf(dims: number | readonly number[], rank: number): readonly number[] {
  const axes = checkIntegers([dims].flat()).map((dim) => normalizeDim(dim, rank));
  if (new Set(axes).size !== axes.length) raise('invalid_argument', 'movedim: an axis is named more than once');
  return axes;
}
