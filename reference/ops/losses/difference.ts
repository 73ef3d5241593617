/** What losses of input − target have in common. */
import { isFloating } from '../../dtype.ts';
import { raise } from '../../errors.ts';
import type { Dtypes } from '../../op.ts';
import { promoted } from '../../pointwise.ts';
import type { Tensor } from '../../tensor.ts';
import type { Operand, Saved } from '../../vjp.ts';

/** Dtype rule: promoted, and floating. */
export const promotedFloating =
  (op: string) =>
  (operands: readonly Operand[]): Dtypes => {
    const dtypes = promoted(operands);
    if (!isFloating(dtypes.result)) raise('unsupported_dtype', `${op} is not implemented for ${dtypes.result}`);
    return dtypes;
  };

/** The slope of a loss in both operands, from its slope in d = input − target. */
export const slopesOf = <O>(
  slope: (d: Tensor, options: O) => Tensor,
): readonly [(saved: Saved<O>) => Tensor, (saved: Saved<O>) => Tensor] => {
  const inInput = (saved: Saved<O>): Tensor => slope(saved.input(0).sub(saved.input(1)), saved.options);
  return [inInput, (saved) => inInput(saved).neg()];
};
