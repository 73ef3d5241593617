import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { raise } from '../../numbers/errors.ts';
import { broadcast, NONE, type None, promoted, unary } from '../pointwise.ts';
import { gate } from './gate.ts';

/**
 * The rectifier, element by element, in the input's shape and dtype; NaN stays NaN.
 *
 *     out[i] = max(input[i], 0)
 *
 * Raises unsupported_dtype (bool).
 * Source: torch.relu.
 */
export function relu(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

// out[i] = max(a[i], 0), where NaN stays NaN
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) {
    const x = a[p + i * s]!;
    out[o + i] = x < 0 ? 0 : x;
  }
};

const op: Op<None> = {
  name: 'relu',
  shape: broadcast,
  dtype: (operands) => {
    const dtypes = promoted(operands);
    if (dtypes.result === 'bool') raise('unsupported_dtype', 'relu is not implemented for bool');
    return dtypes;
  },
  layout: 'as-operands',
  forward: unary(row, (x) => (x < 0n ? 0n : x)),
  // d relu(x) = dx where relu(x) > 0, 0 at 0
  vjp: { gradFn: 'ReluBackward0', rules: [(grad, saved) => gate(saved.result(), grad, 0, { nan: 'above' })] },
};
