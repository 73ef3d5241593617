import type { Dtypes } from '../../apply/op.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';

/** The options of `softmax` and `log_softmax`, complete. */
export interface AlongAxis {
  /** Normalized. */
  readonly dim: number;
  /** What the input is converted to, and the result's. */
  readonly dtype: Dtype;
}

/** Dtype rule: computes in the option's dtype, which is a floating one. */
export const floatingLanes =
  (op: string) =>
  (_: readonly Operand[], { dtype }: AlongAxis): Dtypes => {
    if (!isFloating(dtype)) raise('unsupported_dtype', `${op} is not implemented for ${dtype}`);
    return { compute: dtype, result: dtype };
  };
