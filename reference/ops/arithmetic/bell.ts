import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { bell } from '../../numbers/erf.ts';
import { broadcast, NONE, type None, promotedToFloat, unary } from '../pointwise.ts';

/** 2/√π·e^(-x²), the slope of the error function, rounded once. */
export const bellOf = (x: Tensor): Tensor => apply(op, [x], NONE);

const PEAK = 2 / Math.sqrt(Math.PI);

// out[i] = 2/√π·e^(-a[i]²)
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = PEAK * bell(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'bell',
  shape: broadcast,
  dtype: promotedToFloat,
  layout: 'as-operands',
  forward: unary(row),
  // d(e^(-x²)) = -2x·e^(-x²)·dx
  vjp: { gradFn: 'ExpBackward0', rules: [(grad, saved) => grad.mul(saved.result()).mul(saved.input(0)).mul(-2)] },
};
