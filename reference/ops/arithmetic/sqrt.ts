import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/**
 * The square root, element by element: NaN of negative numbers; integers become float32.
 *
 *     out[i] = √input[i]
 *
 * Source: torch.sqrt.
 */
export function sqrt(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

// out[i] = √a[i]
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.sqrt(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'sqrt',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(√x) = dx/(2√x)
  vjp: { gradFn: 'SqrtBackward0', rules: [(grad, saved) => grad.div(saved.result().mul(2))] },
};
