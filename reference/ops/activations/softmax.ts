import type { Dtype } from '../../dtype.ts';
import { apply, type Op } from '../../op.ts';
import { type LaneRow, lanes } from '../../reduction.ts';
import { normalizeDim } from '../../shape.ts';
import type { Tensor } from '../../tensor.ts';
import { type AlongAxis, floatingLanes } from './along-axis.ts';

// out[i] = e^(a[i] - m) / Σⱼ e^(a[j] - m), with m = maxⱼ a[j]: no exponent is above 0
const row: LaneRow = (n, out, o, t, a, p, s) => {
  let m = -Infinity;
  for (let i = 0; i < n; i++) m = Math.max(m, a[p + i * s]!);
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const e = Math.exp(a[p + i * s]! - m);
    out[o + i * t] = e;
    sum += e;
  }
  for (let i = 0; i < n; i++) out[o + i * t]! /= sum;
};

const op: Op<AlongAxis> = {
  name: 'softmax',
  shape: ([input]) => input!,
  dtype: floatingLanes('softmax'),
  layout: 'row-major',
  forward: (out, [input], { dim }) => lanes(out, input!, dim, row),
  // dxᵢ = yᵢ·(gᵢ - Σⱼ gⱼ·yⱼ)
  vjp: {
    gradFn: 'SoftmaxBackward0',
    rules: [
      (grad, saved) => {
        const y = saved.result();
        return y.mul(grad.sub(grad.mul(y).sum({ dim: saved.options.dim, keepdim: true })));
      },
    ],
  },
};

/**
 * e^input along the axis `dim`, divided by its sum. `dtype` converts first. Source: torch.softmax.
 * Raises index_out_of_range, unsupported_dtype (integers without a floating `dtype`).
 */
export const softmax = (input: Tensor, dim: number, options: { readonly dtype?: Dtype } = {}): Tensor =>
  apply(op, [input], { dim: normalizeDim(dim, input.ndim), dtype: options.dtype ?? input.dtype });
