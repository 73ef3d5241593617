import { applyInPlace } from '../../apply/in-place.ts';
import { apply, type Dtypes, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import type { UnaryRow } from '../../kernels/loop.ts';
import { broadcast, NONE, type None, promoted, unary } from '../pointwise.ts';

/**
 * Each element times itself, in the input's shape and dtype, in which integers wrap; bool becomes int64.
 *
 *     out[i] = input[i]²
 *
 * Source: torch.square.
 */
export function square(input: Tensor): Tensor {
  return apply(op, [input], NONE);
}

/**
 * `square` into `self`.
 *
 *     self[i] ← self[i]²
 *
 * Raises dtype_mismatch (bool, which cannot hold the result), leaf_inplace.
 * Source: torch.Tensor.square_.
 */
export function square_(self: Tensor): Tensor {
  return applyInPlace(op, self, [], NONE);
}

/** As with the integer 2, the exponent, beside it. */
const dtype = ([input]: readonly Operand[]): Dtypes => promoted([input!, 2]);

// out[i] = a[i]², whose low 32 bits are due of int32
const row: UnaryRow = (n, out, o, a, p, s) => {
  if (a instanceof Int32Array) for (let i = 0; i < n; i++) out[o + i] = Math.imul(a[p + i * s]!, a[p + i * s]!);
  else for (let i = 0; i < n; i++) out[o + i] = a[p + i * s]! * a[p + i * s]!;
};

const op: Op<None> = {
  name: 'square',
  shape: broadcast,
  dtype,
  layout: 'as-operands',
  forward: unary(row, (x) => x * x),
  // d(x²) = 2·x·dx
  vjp: { gradFn: 'PowBackward0', rules: [(grad, saved) => grad.mul(saved.input(0).mul(2))] },
};
