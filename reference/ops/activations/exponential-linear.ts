/** What `elu`, `selu` and `celu` have in common. */

import type { Op } from '../../apply/op.ts';
import { where } from '../arithmetic/where.ts';
import { curve } from './curve.ts';

/** scale·x above 0, else scale·alpha·(e^(rate·x) - 1). */
export interface ExponentialLinear {
  readonly alpha: number;
  readonly scale: number;
  readonly rate: number;
}

export const exponentialLinear = (name: string, node: string): Op<ExponentialLinear> =>
  curve({
    name,
    node,
    value:
      ({ alpha, scale, rate }) =>
      (x) =>
        x <= 0 ? scale * alpha * Math.expm1(rate * x) : scale * x,
    // scale·alpha·rate·e^(rate·x) up to 0, and at 0 too, else scale
    slope:
      ({ alpha, scale, rate }) =>
      (x, g) =>
        x <= 0 ? g * scale * alpha * rate * Math.exp(rate * x) : g * scale,
    // scale·alpha·rate²·e^(rate·x), else 0
    bend: (x, { alpha, scale, rate }) =>
      where(
        x.le(0),
        x
          .mul(rate)
          .exp()
          .mul(scale * alpha * rate * rate),
        x.zeros_like(),
      ),
  });
