import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { type LaneRow, lanes, type PairRow, pairedLanes } from '../../kernels/groups.ts';
import { normalizeDim } from '../../memory/shape.ts';
import type { Dtype } from '../../numbers/dtype.ts';
import { type AlongAxis, floatingLanes } from './along-axis.ts';

/**
 * Exponentials along the axis `dim`, divided by their sum. `dtype` converts first.
 *
 *     out[i] = e^(input[i] - m) / Σⱼ e^(input[j] - m),  m = maxⱼ input[j], with i and j along `dim`
 *
 * The input's shape, in its dtype or `dtype`. Raises index_out_of_range, unsupported_dtype (neither is floating).
 * Source: torch.softmax.
 */
export function softmax(input: Tensor, dim: number, options: { readonly dtype?: Dtype } = {}): Tensor {
  return apply(op, [input], { dim: normalizeDim(dim, input.ndim), dtype: options.dtype ?? input.dtype });
}

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

// out[i] = y[i]·(g[i] - Σⱼ g[j]·y[j]), rounded once as in PyTorch: the two may be all but equal
const slopeRow: PairRow = (n, out, o, t, g, p, s, y, q, u) => {
  let total = 0;
  for (let i = 0; i < n; i++) total += g[p + i * s]! * y[q + i * u]!;
  for (let i = 0; i < n; i++) out[o + i * t] = y[q + i * u]! * (g[p + i * s]! - total);
};

const slope: Op<AlongAxis> = {
  name: '_softmax_backward_data',
  shape: ([grad]) => grad!,
  dtype: floatingLanes('softmax'),
  layout: 'row-major',
  forward: (out, [grad, result], { dim }) => pairedLanes(out, grad!, result!, dim, slopeRow),
  vjp: {
    gradFn: 'SoftmaxBackwardDataBackward0',
    rules: [
      // dgᵢ = yᵢ·(Gᵢ - Σⱼ Gⱼ·yⱼ): the slope is its own transpose
      (grad, saved) => apply(slope, [grad, saved.input(1)], saved.options),
      // dyᵢ = Gᵢ·(gᵢ - Σⱼ gⱼ·yⱼ) - gᵢ·Σⱼ Gⱼ·yⱼ
      (grad, saved) => {
        const [g, y] = [saved.input(0), saved.input(1)];
        const along = { dim: saved.options.dim, keepdim: true };
        return grad.mul(g.sub(g.mul(y).sum(along))).sub(g.mul(grad.mul(y).sum(along)));
      },
    ],
  },
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
    rules: [(grad, saved) => apply(slope, [grad, saved.result()], saved.options)],
  },
};
