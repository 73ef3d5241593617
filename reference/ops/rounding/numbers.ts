import type { Dtypes } from '../../apply/op.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { raise } from '../../numbers/errors.ts';
import { promoted } from '../pointwise.ts';

/** Dtype rule: the operand's own, which is a number's. */
export const same =
  (name: string) =>
  (operands: readonly Operand[]): Dtypes => {
    const dtypes = promoted(operands);
    if (dtypes.result === 'bool') raise('unsupported_dtype', `${name} is not implemented for bool`);
    return dtypes;
  };
