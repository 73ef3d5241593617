import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';
import { ofHyperbola } from './beside-one.ts';

/**
 * The inverse hyperbolic cosine, element by element; integers become float32.
 *
 *     out[i] = ln(input[i] + √(input[i]² - 1))
 *
 * Source: torch.acosh.
 */
export function acosh(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

// out[i] = ln(a[i] + √(a[i]² - 1))
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.acosh(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'acosh',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(arcosh x) = dx / √(x² - 1)
  vjp: { gradFn: 'AcoshBackward0', rules: [(grad, saved) => grad.mul(ofHyperbola(saved.input(0)))] },
};
