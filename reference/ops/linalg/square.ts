/** What the ops of torch.linalg share: which matrices they take. */

import type { Dtypes } from '../../apply/op.ts';
import { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { type Shape, shapeText } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';

/** The shape of square matrices, whatever axes stand before the last two; raises any other. */
export function square(name: string, shape: Shape): Shape {
  if (shape.length < 2) raise('shape_mismatch', `${name}: expected matrices, found the shape ${shapeText(shape)}`);
  if (shape.at(-1) !== shape.at(-2))
    raise('shape_mismatch', `${name}: expected square matrices, found the shape ${shapeText(shape)}`);
  return shape;
}

/** float32 and float64 alone: factorizations are LAPACK's. */
export function wideFloat(name: string, operands: readonly Operand[]): Dtypes {
  const dtypes = operands.map((x) =>
    x instanceof Tensor ? x.dtype : raise('invalid_argument', `${name}: expected a tensor`),
  );
  const [first] = dtypes;
  if (first !== 'float32' && first !== 'float64')
    raise('unsupported_dtype', `${name}: expected float32 or float64, found ${first}`);
  const other = dtypes.find((dtype) => dtype !== first);
  if (other !== undefined) raise('dtype_mismatch', `${name}: expected one dtype, found ${first} and ${other}`);
  return { compute: first!, result: first! };
}
