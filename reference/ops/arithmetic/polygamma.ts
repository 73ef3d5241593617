import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { polygamma } from '../../numbers/gamma.ts';
import { broadcast, promotedToFloat, unary } from '../pointwise.ts';

/** ψₙ(x), the derivative of ψ of order n, in which it can be differentiated again. */
export const polygammaOf = (n: number, x: Tensor): Tensor => apply(op, [x], { n });

// out[i] = ψₙ(a[i])
const op: Op<{ readonly n: number }> = {
  name: 'polygamma',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: (out, inputs, { n }) =>
    unary((count, to, o, a, p, s) => {
      for (let i = 0; i < count; i++) to[o + i] = polygamma(n, a[p + i * s]!);
    })(out, inputs),
  // dψₙ(x) = ψₙ₊₁(x)·dx
  vjp: {
    gradFn: 'PolygammaBackward0',
    rules: [(grad, saved) => grad.mul(polygammaOf(saved.options.n + 1, saved.input(0)))],
  },
};
