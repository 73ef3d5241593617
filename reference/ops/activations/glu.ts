import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { normalizeDim } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';
import { sameDtype } from '../nn/same-dtype.ts';
import { binary, broadcast, NONE, type None } from '../pointwise.ts';
import { narrow } from '../shape/narrow.ts';
import { slopeOf } from './curve.ts';

/**
 * The first half of an axis, gated by the second.
 *
 *     out = a·σ(b),  where a and b are the halves of `input` along `dim`
 *
 * Half as long along `dim`, in the input's floating dtype. Raises index_out_of_range, shape_mismatch (an odd length, a
 * 0-d input), unsupported_dtype.
 * Source: torch.nn.functional.glu.
 */
export function glu(input: Tensor, options: GluOptions = {}): Tensor {
  if (input.ndim === 0) raise('shape_mismatch', 'glu: a 0-d tensor has no halves');
  const dim = normalizeDim(options.dim ?? -1, input.ndim);
  const length = input.shape[dim]!;
  if (length % 2 !== 0) raise('shape_mismatch', `glu: axis ${dim} is of odd length ${length}`);
  const half = length / 2;
  return apply(op, [narrow(input, dim, 0, half), narrow(input, dim, half, half)], NONE);
}

export interface GluOptions {
  /** The axis that is halved. Default -1. */
  readonly dim?: number;
}

// g·σ(b)·(1 - σ(b))
const gateSlope = slopeOf<None>({
  name: 'glu',
  node: 'Glu',
  slope: () => (x, g) => {
    const s = 1 / (1 + Math.exp(-x));
    return g * s * (1 - s);
  },
  // σ·(1 - σ)·(1 - 2σ)
  bend: (x) => {
    const s = x.sigmoid();
    return s.mul(s.neg().add(1)).mul(s.mul(-2).add(1));
  },
});

const op: Op<None> = {
  name: 'glu',
  shape: broadcast,
  dtype: sameDtype('glu'),
  layout: 'row-major',
  // out[i] = a[i] / (1 + e^-b[i])
  forward: binary((n, out, o, a, p, s, b, q, t) => {
    for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! / (1 + Math.exp(-b[q + i * t]!));
  }),
  // d(a·σ(b)) = σ(b)·da + a·σ(b)·(1 - σ(b))·db
  vjp: {
    gradFn: 'GluBackward0',
    rules: [
      (grad, saved) => apply(op, [grad, saved.input(1)], NONE),
      (grad, saved) => apply(gateSlope, [saved.input(1), grad.mul(saved.input(0))], NONE),
    ],
  },
};
