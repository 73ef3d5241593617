import { apply } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { sameNumbers } from '../nn/same-dtype.ts';
import { unary } from '../pointwise.ts';
import { curve, pointwise } from './curve.ts';

/**
 * Elements above `threshold`; the others become `value`.
 *
 *     out[i] = input[i] if input[i] > threshold, else value
 *
 * All dtypes but bool, of which it keeps shape and dtype; beside integers both numbers are cut to integers. NaN stays.
 * Raises unsupported_dtype (bool).
 * Source: torch.nn.functional.threshold.
 */
export function threshold(input: Tensor, limit: number, value: number): Tensor {
  return apply(op, [input], { limit, value });
}

interface Threshold {
  readonly limit: number;
  readonly value: number;
}

/** As an integer of the dtype, into which it wraps. */
const cut = (x: number, dtype: Dtype): bigint => {
  const whole = BigInt(Math.trunc(x));
  return dtype === 'uint8' ? BigInt.asUintN(8, whole) : whole;
};

const op = curve<Threshold>({
  name: 'threshold',
  node: 'Threshold',
  dtype: sameNumbers('threshold'),
  value:
    ({ limit, value }) =>
    (x) =>
      x <= limit ? value : x,
  forward: (out, inputs, { limit, value }) => {
    if (isFloating(out.dtype)) return pointwise((x) => (x <= limit ? value : x))(out, inputs);
    const [least, other] = [cut(limit, out.dtype), cut(value, out.dtype)];
    unary(
      (n, to, o, a, p, s) => {
        for (let i = 0; i < n; i++) to[o + i] = BigInt(a[p + i * s]!) <= least ? Number(other) : a[p + i * s]!;
      },
      (x) => (x <= least ? other : x),
    )(out, inputs);
  },
  // 0 up to the limit, else 1
  slope:
    ({ limit }) =>
    (x, g) =>
      x <= limit ? 0 : g,
  bend: null,
});
