import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { bigintFold, type FoldRow, fold } from '../../kernels/groups.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { type Reduced, reduce, reducedBy, unreduce } from './dims.ts';
import { checkRecordable } from './recordable.ts';
import type { SumOptions } from './sum.ts';

/**
 * The sum over the axes `dim`, or over all of them, in which a NaN counts as 0; 0 of nothing.
 *
 *     out[k] = Σᵢ input[k, i], with i over those elements of the axes that go that are no NaN
 *
 * Integers and bool become int64 unless `dtype` says another. Raises index_out_of_range, invalid_argument (an axis twice),
 * unsupported_dtype (a recorded sum in integers).
 * Source: torch.nansum.
 */
export function nansum(input: Tensor, options: SumOptions = {}): Tensor {
  const dtype = options.dtype ?? (isFloating(input.dtype) ? input.dtype : 'int64');
  const reduced = reducedBy(input, options);
  checkRecordable(input, dtype, 'nansum');
  return apply(op, [input], { ...reduced, dtype });
}

/** Adds up what is a number. */
export const numbersRow: FoldRow = (total, n, a, p, s) => {
  let sum = total;
  for (let i = 0; i < n; i++) {
    const x = a[p + i * s]!;
    if (!Number.isNaN(x)) sum += x;
  }
  return sum;
};

const op: Op<Reduced & { readonly dtype: Dtype }> = {
  name: 'nansum',
  shape: reduce,
  dtype: (_, { dtype }) => ({ compute: dtype, result: dtype }),
  layout: 'row-major',
  forward: (out, [input], { dims }) => {
    if (out.dtype === 'int64') bigintFold(out, input!, dims, 0n, (total, x) => total + x);
    else fold(out, input!, dims, 0, numbersRow);
  },
  // d out[k] = Σᵢ d input[k, i], over the elements that are numbers
  vjp: {
    gradFn: 'NansumBackward0',
    rules: [
      (grad, saved) => {
        const x = saved.input(0);
        return unreduce(grad, saved.options, x.shape).mul(x.eq(x));
      },
    ],
  },
};
