import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The natural logarithm, element by element: -∞ of 0, NaN of negative numbers; integers become float32.
 *
 *     out[i] = ln input[i]
 *
 * Source: torch.log.
 */
export function log(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

// out[i] = ln a[i]
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.log(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'log',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(ln x) = dx/x
  vjp: { gradFn: 'LogBackward0', rules: [(grad, saved) => grad.div(saved.input(0))] },
};
