import type { Tensor } from '../../autograd/tensor.ts';
import { fillBetween, fillIntegers } from '../../kernels/fill-random.ts';
import { raise } from '../../numbers/errors.ts';
import type { Generator } from '../../numbers/generator.ts';
import { checkInteger } from '../creation/range.ts';
import { type Draw, drawInto, drawing } from './in-place.ts';

/**
 * Overwrites `self` with random integers, uniform on [from, to), or on the whole non-negative range of its dtype where
 * `to` is not given.
 *
 *     self[i] ← from + w[i] mod (to - from),  w[i] a random word
 *
 * Written as in PyTorch, random_(from, to) or random_(to), or with both as options. Raises invalid_argument (an empty
 * range, or one that the dtype does not hold), leaf_inplace.
 * Source: torch.Tensor.random_.
 */
export function random_(
  self: Tensor,
  from?: number | RangeOptions,
  to?: number,
  { generator, ...named }: RangeOptions = {},
): Tensor {
  if (typeof from === 'object') return random_(self, undefined, undefined, from);
  // A single number is where they end.
  const [first, last] = to === undefined ? [undefined, from] : [from, to];
  const { from: least = first ?? 0, to: end = last } = named;
  if (end === undefined) return drawInto(whole, self, generator, {});
  if (!(least < end)) raise('invalid_argument', `random_: from (${least}) must be below to (${end})`);
  if (self.dtype === 'bool' && (least < 0 || end > 2))
    raise('invalid_argument', `random_: bool does not hold ${least} to ${end - 1}`);
  for (const bound of [least, end - 1]) {
    if (self.dtype === 'uint8' && bound < 0) raise('invalid_argument', `random_: ${bound} does not fit uint8`);
    checkInteger(bound, self.dtype);
  }
  return drawInto(between, self, generator, { least, end });
}

export interface RangeOptions {
  readonly generator?: Generator;
  /** The least of them. Default 0. */
  readonly from?: number;
  /** One more than the greatest. */
  readonly to?: number;
}

const whole = drawing<Draw>('random_', 'RandomBackward2', (out, { order, from }) => fillIntegers(out, order, from));

interface Between extends Draw {
  readonly least: number;
  readonly end: number;
}

const between = drawing<Between>('random_', 'RandomBackward1', (out, { order, from, least, end }) =>
  fillBetween(out, order, least, end, from),
);
