import type { Dtypes } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';

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
