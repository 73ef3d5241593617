import { type Dtype, isFloating } from '../../dtype.ts';
import { raise } from '../../errors.ts';
import type { Dtypes } from '../../op.ts';
import type { Tensor } from '../../tensor.ts';
import type { Operand } from '../../vjp.ts';

type DtypeRule = (operands: readonly Operand[]) => Dtypes;

const same =
  (takes: (dtype: Dtype) => boolean) =>
  (op: string) =>
  (operands: readonly Operand[]): Dtypes => {
    const [first, ...rest] = (operands as readonly Tensor[]).map((t) => t.dtype);
    const other = rest.find((dtype) => dtype !== first);
    if (other !== undefined)
      raise('dtype_mismatch', `${op}: operands of ${first} and ${other}; they must have one dtype`);
    if (!takes(first!)) raise('unsupported_dtype', `${op} is not implemented for ${first}`);
    return { compute: first!, result: first! };
  };

/** Dtype rule: operands are tensors of one floating dtype, which is the result's. Nothing is promoted. */
export const sameDtype: (op: string) => DtypeRule = same(isFloating);
/** The same for integers too: all dtypes but bool. */
export const sameNumbers: (op: string) => DtypeRule = same((dtype) => dtype !== 'bool');
