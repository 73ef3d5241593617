import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Dtypes, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { broadcast, NONE, type None, promoted, unary } from '../pointwise.ts';

/**
 * The fraction, element by element, in the input's shape and dtype.
 *
 *     out[i] = input[i] - trunc(input[i])
 *
 * Raises unsupported_dtype (integers, bool).
 * Source: torch.frac.
 */
export function frac(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `frac` into `self`.
 *
 *     self[i] ← self[i] - trunc(self[i])
 *
 * Raises unsupported_dtype (integers, bool), leaf_inplace.
 * Source: torch.Tensor.frac_.
 */
export function frac_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

function dtype(operands: readonly Operand[]): Dtypes {
  const dtypes = promoted(operands);
  if (!isFloating(dtypes.result)) raise('unsupported_dtype', `frac is not implemented for ${dtypes.result}`);
  return dtypes;
}

// out[i] = a[i] - trunc(a[i]), which is exact
const row: UnaryRow = (n, out, o, a, p, s) => {
  for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! - Math.trunc(a[p + i * s]!);
};

const op: Op<None> = {
  name: 'frac',
  shape: broadcast,
  dtype,
  layout: 'as-operands',
  forward: unary(row),
  // its steps have no slope
  vjp: { gradFn: 'FracBackward0', rules: [(grad) => grad] },
};
