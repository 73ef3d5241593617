import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { View } from '../../memory/view.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { broadcast, unary } from '../pointwise.ts';
import { same } from './numbers.ts';

/**
 * The nearest integer, element by element, of two the even one, in the input's shape and dtype; integers stay.
 *
 *     out[i] = rne(10^d · input[i]) / 10^d,  d = decimals
 *
 * Raises unsupported_dtype (bool, integers with decimals).
 * Source: torch.round.
 */
export function round(input: Tensor, options: RoundOptions = {}): Tensor {
  return apply(op, [input], decimalsOf(input, options));
}

/**
 * `round` into `self`.
 *
 *     self[i] ← rne(10^d · self[i]) / 10^d,  d = decimals
 *
 * Raises what `round` does, leaf_inplace.
 * Source: torch.Tensor.round_.
 */
export function round_(self: Tensor, options: RoundOptions = {}): Tensor {
  return applyInPlace(op, self, [], decimalsOf(self, options));
}

export interface RoundOptions {
  /** How many decimals stay, negative for places before the point. Default: 0. */
  readonly decimals?: number | undefined;
}

interface Decimals {
  readonly decimals: number;
}

function decimalsOf({ dtype }: Tensor, { decimals }: RoundOptions): Decimals {
  if (decimals !== undefined && !isFloating(dtype)) raise('unsupported_dtype', `round: ${dtype} has no decimals`);
  return { decimals: decimals ?? 0 };
}

/** The nearest integer, of two the even one; a zero keeps its sign. */
function toNearestEven(x: number): number {
  const below = Math.floor(x);
  const rest = x - below;
  if (rest === 0) return x;
  const nearest = rest < 0.5 || (rest === 0.5 && below % 2 === 0) ? below : below + 1;
  return nearest === 0 && x < 0 ? -0 : nearest;
}

const integers = unary(
  (n, out, o, a, p, s) => {
    for (let i = 0; i < n; i++) out[o + i] = toNearestEven(a[p + i * s]!);
  },
  (x) => x,
);

// out[i] = rne(a[i]·10^d) / 10^d, rounded each time, of 16 bits to float32; d < 0 divides first
const decimal = (out: View, inputs: readonly View[], d: number): void => {
  const round = out.dtype === 'float64' ? (x: number): number => x : Math.fround;
  const scale = round(10 ** Math.abs(d));
  unary((n, to, o, a, p, s) => {
    for (let i = 0; i < n; i++) {
      const x = a[p + i * s]!;
      to[o + i] = d > 0 ? toNearestEven(round(x * scale)) / scale : toNearestEven(round(x / scale)) * scale;
    }
  })(out, inputs);
};

const op: Op<Decimals> = {
  name: 'round',
  shape: broadcast,
  dtype: same('round'),
  layout: 'as-operands',
  forward: (out, inputs, { decimals }) => (decimals === 0 ? integers(out, inputs) : decimal(out, inputs, decimals)),
  // flat between its steps
  vjp: { gradFn: 'RoundBackward0', rules: [(grad) => grad.zeros_like()] },
};
