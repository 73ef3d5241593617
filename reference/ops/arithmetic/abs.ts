import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { raise } from '../../numbers/errors.ts';
import { broadcast, NONE, type None, promoted, unary } from '../pointwise.ts';

/**
 * The absolute value, element by element, in the input's shape and dtype; in int64 that of the least number is itself.
 *
 *     out[i] = |input[i]|
 *
 * Raises unsupported_dtype (bool).
 * Source: torch.abs.
 */
export function abs(input: Tensor): Tensor {
  if (input.dtype === 'bool') raise('unsupported_dtype', 'abs is not implemented for bool');
  return apply(op, [input], NONE);
}

// out[i] = |a[i]|
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = Math.abs(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'abs',
  shape: broadcast,
  dtype: promoted,
  layout: 'as-operands',
  forward: unary(row, (x) => (x < 0n ? -x : x)),
  // d|x| = sign(x)·dx, so 0 at 0
  vjp: { gradFn: 'AbsBackward0', rules: [(grad, saved) => grad.mul(saved.input(0).sign())] },
};
