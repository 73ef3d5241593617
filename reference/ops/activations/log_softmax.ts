import type { Dtype } from '../../dtype.ts';
import { apply, type Op } from '../../op.ts';
import { type LaneRow, lanes } from '../../reduction.ts';
import { normalizeDim } from '../../shape.ts';
import type { Tensor } from '../../tensor.ts';
import { type AlongAxis, floatingLanes } from './along-axis.ts';

// out[i] = a[i] - m - log Σⱼ e^(a[j] - m), with m = maxⱼ a[j]
const row: LaneRow = (n, out, o, t, a, p, s) => {
  let m = -Infinity;
  for (let i = 0; i < n; i++) m = Math.max(m, a[p + i * s]!);
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.exp(a[p + i * s]! - m);
  const log = Math.log(sum);
  for (let i = 0; i < n; i++) out[o + i * t] = a[p + i * s]! - m - log;
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
    rules: [
      (grad, saved) => {
        const total = grad.sum({ dim: saved.options.dim, keepdim: true });
        return grad.sub(saved.result().exp().mul(total));
      },
    ],
  },
};

/**
 * The logarithm of `softmax` along the axis `dim`, finite where softmax underflows. Source: torch.log_softmax.
 * Raises index_out_of_range, unsupported_dtype (integers without a floating `dtype`).
 */
export const log_softmax = (input: Tensor, dim: number, options: { readonly dtype?: Dtype } = {}): Tensor =>
  apply(op, [input], { dim: normalizeDim(dim, input.ndim), dtype: options.dtype ?? input.dtype });
