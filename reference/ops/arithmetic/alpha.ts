import type { Dtypes } from '../../apply/op.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { type Scalar, scalarCategory } from '../../numbers/scalar.ts';
import { promoted } from '../pointwise.ts';

/** The options of `add` and `sub`, complete. */
export interface Alpha {
  /** Multiplies `other`. */
  readonly alpha: Scalar;
}

/** Dtype rule: operands meet in one dtype, and a float `alpha` needs a floating one. */
export function promotedWithAlpha(operands: readonly Operand[], { alpha }: Alpha): Dtypes {
  const dtypes = promoted(operands);
  if (scalarCategory(alpha) === 2 && !isFloating(dtypes.result)) {
    raise('invalid_argument', `alpha must not be a float where the result is ${dtypes.result}`);
  }
  return dtypes;
}
