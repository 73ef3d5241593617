import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { raise } from '../../numbers/errors.ts';
import { broadcast, NONE, type None, promoted, unary } from '../pointwise.ts';

/**
 * Negates, element by element, in the input's shape and dtype; integers wrap.
 *
 *     out[i] = -input[i]
 *
 * Raises unsupported_dtype (bool).
 * Source: torch.neg.
 */
export function neg(input: Tensor): Tensor {
  if (input.dtype === 'bool') raise('unsupported_dtype', 'neg: a bool tensor has no negative');
  return apply(op, [input], NONE);
}

// out[i] = -a[i]
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = -a[p + i * s]!;
};

const op: Op<None> = {
  name: 'neg',
  shape: broadcast,
  dtype: promoted,
  layout: 'as-operands',
  forward: unary(row, (x) => -x),
  // d(-x) = -dx
  vjp: { gradFn: 'NegBackward0', rules: [(grad) => grad.neg()] },
};
