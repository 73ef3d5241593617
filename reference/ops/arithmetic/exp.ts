import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

// out[i] = e^a[i]
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.exp(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'exp',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(e^x) = e^x·dx
  vjp: { gradFn: 'ExpBackward0', rules: [(grad, saved) => grad.mul(saved.result())] },
};

/** e^input, element by element. Source: torch.exp. */
export const exp = (input: Tensor): Tensor => apply(op, [input], NONE);
/** self ← e^self. Raises dtype_mismatch for integers, which cannot hold the result. */
export const exp_ = (self: Tensor): Tensor => applyInPlace(op, self, [], NONE);
