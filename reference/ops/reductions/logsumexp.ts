import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { groupsAlong } from '../../kernels/groups.ts';
import { promotedToFloat } from '../pointwise.ts';
import { type Reduced, reduce, reducedBy, unreduce } from './dims.ts';

/**
 * The logarithm of the sum of exponentials over the axes `dim`, as if the exponentials could not overflow; -∞ of nothing.
 *
 *     out[k] = log Σᵢ exp input[k, i], with i over the axes that go
 *
 * Integers and bool become float32. Raises index_out_of_range, invalid_argument (an axis twice).
 * Source: torch.logsumexp.
 */
export function logsumexp(input: Tensor, dim: number | readonly number[], options: LogsumexpOptions = {}): Tensor {
  return apply(op, [input], reducedBy(input, { ...options, dim }));
}

export interface LogsumexpOptions {
  /** Keep the axes, with size 1. */
  readonly keepdim?: boolean;
  /** numpy's name for `keepdim`. */
  readonly keepdims?: boolean;
}

const op: Op<Reduced> = {
  name: 'logsumexp',
  shape: reduce,
  dtype: promotedToFloat,
  layout: 'row-major',
  // out[k] = m + log Σᵢ exp(input[k, i] - m), with m the largest, or 0 if that is infinite
  forward: (out, [input], { dims }) => {
    const { starts, runs, n, step } = groupsAlong(input!, dims);
    const [to, a] = [out.numbers, input!.numbers];
    starts.forEach((start, k) => {
      let most = -Infinity;
      for (const run of runs) for (let i = 0; i < n; i++) most = Math.max(most, a[start + run + i * step]!);
      if (Math.abs(most) === Infinity) most = 0;
      let sum = 0;
      for (const run of runs) for (let i = 0; i < n; i++) sum += Math.exp(a[start + run + i * step]! - most);
      to[k] = most + Math.log(sum);
    });
  },
  // d out[k] = Σᵢ exp(input[k, i] - out[k])·d input[k, i]
  vjp: {
    gradFn: 'LogsumexpBackward0',
    rules: [
      (grad, saved) => {
        const x = saved.input(0);
        const out = unreduce(saved.result(), saved.options, x.shape);
        return unreduce(grad, saved.options, x.shape).mul(x.sub(out).exp());
      },
    ],
  },
};
