import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

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

/** The square root of input. Source: torch.sqrt. */
export const sqrt = (input: Tensor): Tensor => apply(op, [input], NONE);
