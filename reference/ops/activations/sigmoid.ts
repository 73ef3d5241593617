import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The logistic function, element by element; integers become float32.
 *
 *     out[i] = 1 / (1 + e^-input[i])
 *
 * Source: torch.sigmoid.
 */
export function sigmoid(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

// out[i] = 1 / (1 + e^-a[i]); where e^-a overflows, 1 / Infinity is the 0 that is due
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = 1 / (1 + Math.exp(-a[p + i * s]!));
};

const op: Op<None> = {
  name: 'sigmoid',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // dσ = σ·(1 - σ)·dx
  vjp: {
    gradFn: 'SigmoidBackward0',
    rules: [
      (grad, saved) => {
        const s = saved.result();
        return grad.mul(s).mul(s.neg().add(1));
      },
    ],
  },
};
