import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { type LaneRow, lanes, type PairRow, pairedLanes } from '../../kernels/groups.ts';
import { normalizeDim } from '../../memory/shape.ts';
import type { Dtype } from '../../numbers/dtype.ts';
import { sumRow } from '../reductions/sum.ts';
import { type AlongAxis, floatingLanes } from './along-axis.ts';

/**
 * The logarithm of `softmax` along the axis `dim`, finite where softmax underflows. `dtype` converts first.
 *
 *     out[i] = input[i] - m - log Σⱼ e^(input[j] - m),  m = maxⱼ input[j], with i and j along `dim`
 *
 * The input's shape, in its dtype or `dtype`. Raises index_out_of_range, unsupported_dtype (neither is floating).
 * Source: torch.log_softmax.
 */
export function log_softmax(input: Tensor, dim: number, options: { readonly dtype?: Dtype } = {}): Tensor {
  return apply(op, [input], { dim: normalizeDim(dim, input.ndim), dtype: options.dtype ?? input.dtype });
}

// out[i] = a[i] - m - log Σⱼ e^(a[j] - m), with m = maxⱼ a[j]
const row: LaneRow = (n, out, o, t, a, p, s) => {
  let m = -Infinity;
  for (let i = 0; i < n; i++) m = Math.max(m, a[p + i * s]!);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.exp(a[p + i * s]! - m);
  const log = Math.log(sum);
  for (let i = 0; i < n; i++) out[o + i * t] = a[p + i * s]! - m - log;
};

// out[i] = g[i] - e^y[i]·Σⱼ g[j], rounded once as in PyTorch: the two may be all but equal
const slopeRow: PairRow = (n, out, o, t, g, p, s, y, q, u) => {
  const total = sumRow(0, n, g, p, s);
  for (let i = 0; i < n; i++) out[o + i * t] = g[p + i * s]! - Math.exp(y[q + i * u]!) * total;
};

const slope: Op<AlongAxis> = {
  name: '_log_softmax_backward_data',
  shape: ([grad]) => grad!,
  dtype: floatingLanes('log_softmax'),
  layout: 'row-major',
  forward: (out, [grad, result], { dim }) => pairedLanes(out, grad!, result!, dim, slopeRow),
  vjp: {
    gradFn: 'LogSoftmaxBackwardDataBackward0',
    rules: [
      // dgᵢ = Gᵢ - Σⱼ Gⱼ·e^yⱼ
      (grad, saved) => grad.sub(grad.mul(saved.input(1).exp()).sum({ dim: saved.options.dim, keepdim: true })),
      // dyᵢ = -Gᵢ·e^yᵢ·Σⱼ gⱼ
      (grad, saved) => {
        const total = saved.input(0).sum({ dim: saved.options.dim, keepdim: true });
        return grad.mul(saved.input(1).exp().mul(total)).neg();
      },
    ],
  },
};

const op: Op<AlongAxis> = {
  name: 'log_softmax',
  shape: ([input]) => input!,
  dtype: floatingLanes('log_softmax'),
  layout: 'row-major',
  forward: (out, [input], { dim }) => lanes(out, input!, dim, row),
  // dxᵢ = gᵢ - e^yᵢ·Σⱼ gⱼ
  vjp: {
    gradFn: 'LogSoftmaxBackward0',
    rules: [(grad, saved) => apply(slope, [grad, saved.result()], saved.options)],
  },
};
