import type { Dtypes } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { raise } from '../../numbers/errors.ts';

/** Dtype rule of products: no promotion, both operands have one dtype, and not bool. */
export function oneDtype(operands: readonly Operand[]): Dtypes {
  const [a, b] = operands as readonly [Tensor, Tensor];
  if (a.dtype !== b.dtype) {
    raise('dtype_mismatch', `expected both operands to have one dtype, found ${a.dtype} and ${b.dtype}`);
  }
  if (a.dtype === 'bool') raise('unsupported_dtype', 'products are not implemented for bool');
  return { compute: a.dtype, result: a.dtype };
}
