/** What `hardtanh` and `relu6` have in common: elements are kept between two limits. */

import type { Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { promoted, unary } from '../pointwise.ts';
import { curve, pointwise } from './curve.ts';

export interface Limits {
  readonly min_val: number;
  readonly max_val: number;
}

/** min if x < min, max if x > max, else x: NaN stays. Of integers the limits are cut to integers. */
export const between = (name: string): Op<Limits> => {
  const value =
    ({ min_val, max_val }: Limits) =>
    (x: number) =>
      x < min_val ? min_val : x > max_val ? max_val : x;
  return curve({
    name,
    node: 'Hardtanh',
    dtype: (operands, { min_val }) => {
      const { dtype } = operands[0] as Tensor;
      if (dtype === 'bool') raise('unsupported_dtype', `${name} is not implemented for bool`);
      if (dtype === 'uint8' && Math.trunc(min_val) < 0) {
        raise('invalid_argument', `${name}: uint8 has no numbers as low as ${min_val}`);
      }
      return promoted(operands);
    },
    value,
    forward: (out, inputs, limits) => {
      if (isFloating(out.dtype)) return pointwise(value(limits))(out, inputs);
      const whole = { min_val: Math.trunc(limits.min_val), max_val: Math.trunc(limits.max_val) };
      const [low, high] = [BigInt(whole.min_val), BigInt(whole.max_val)];
      unary(
        (n, to, o, a, p, s) => {
          for (let i = 0; i < n; i++) to[o + i] = value(whole)(a[p + i * s]!);
        },
        (x) => (x < low ? low : x > high ? high : x),
      )(out, inputs);
    },
    // 1 between the limits, 0 at them and beyond
    slope:
      ({ min_val, max_val }) =>
      (x, g) =>
        x <= min_val || x >= max_val ? 0 : g,
    bend: null,
  });
};
