/** What losses of input − target have in common. */

import type { Dtypes } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand, Saved } from '../../autograd/vjp.ts';
import { type Dtype, isFloating, promote } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * The dtype in which the operands of a loss meet. They are broadcast first and then promoted, so that a 0-d one beside one
 * with axes counts like it.
 */
export function lossDtype(operands: readonly Operand[]): Dtype {
  const tensors = operands as readonly Tensor[];
  return tensors.map(({ dtype }) => dtype).reduce(promote);
}

/** Dtype rule: promoted, and floating. */
export const promotedFloating =
  (op: string) =>
  (operands: readonly Operand[]): Dtypes => {
    const dtype = lossDtype(operands);
    if (!isFloating(dtype)) raise('unsupported_dtype', `${op} is not implemented for ${dtype}`);
    return { compute: dtype, result: dtype };
  };

/** The slope of a loss in both operands, from its slope in d = input − target. */
export const slopesOf = <O>(
  slope: (d: Tensor, options: O) => Tensor,
): readonly [(saved: Saved<O>) => Tensor, (saved: Saved<O>) => Tensor] => {
  const inInput = (saved: Saved<O>): Tensor => slope(saved.input(0).sub(saved.input(1)), saved.options);
  return [inInput, (saved) => inInput(saved).neg()];
};
