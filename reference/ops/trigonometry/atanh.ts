import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';
import { beside } from './beside-one.ts';

/**
 * The inverse hyperbolic tangent, element by element; integers become float32.
 *
 *     out[i] = ln((1 + input[i]) / (1 - input[i])) / 2
 *
 * Source: torch.atanh.
 */
export function atanh(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

// out[i] = ln((1 + a[i]) / (1 - a[i])) / 2
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.atanh(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'atanh',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(artanh x) = dx / (1 - x²)
  vjp: { gradFn: 'AtanhBackward0', rules: [(grad, saved) => grad.div(beside(saved.input(0)))] },
};
