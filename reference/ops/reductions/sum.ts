import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { bigintFold, type FoldRow, fold } from '../../kernels/groups.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { type DimOptions, type Reduced, reduce, reducedByNamed, unreduce } from './dims.ts';
import { checkRecordable } from './recordable.ts';

/**
 * The sum over the axes `dim`, or over all of them; 0 of nothing.
 *
 *     out[k] = Σᵢ input[k, i], with i over the axes that go
 *
 * Integers and bool become int64 unless `dtype` says another. Raises index_out_of_range, invalid_argument (an axis
 * twice, `keepdim` alone), unsupported_dtype (a recorded sum in integers).
 * Source: torch.sum.
 */
export function sum(input: Tensor, options: SumOptions = {}): Tensor {
  const dtype = options.dtype ?? (isFloating(input.dtype) ? input.dtype : 'int64');
  const reduced = reducedByNamed(input, options);
  checkRecordable(input, dtype, 'sum');
  return apply(op, [input], { ...reduced, dtype });
}

export interface SumOptions extends DimOptions {
  /** Convert to this before summing. Default: integers and bool to int64, others as they are. */
  readonly dtype?: Dtype;
}

// Four partial sums: a single one would wait for each addition to finish before the next.
/** Adds up. */
export const sumRow: FoldRow = (total, n, a, p, s) => {
  let s0 = total;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  const even = n - (n % 4);
  for (let i = 0; i < even; i += 4) {
    const at = p + i * s;
    s0 += a[at]!;
    s1 += a[at + s]!;
    s2 += a[at + 2 * s]!;
    s3 += a[at + 3 * s]!;
  }
  for (let i = even; i < n; i++) s0 += a[p + i * s]!;
  return s0 + s1 + (s2 + s3);
};

const op: Op<Reduced & { readonly dtype: Dtype }> = {
  name: 'sum',
  shape: reduce,
  dtype: (_, { dtype }) => ({ compute: dtype, result: dtype }),
  layout: 'row-major',
  // out[k] = Σᵢ input[k, i] over the removed axes i
  forward: (out, [input], { dims }) => {
    if (out.dtype === 'int64') bigintFold(out, input!, dims, 0n, (total, x) => total + x);
    else fold(out, input!, dims, 0, sumRow);
  },
  // d out[k] = Σᵢ d input[k, i]
  vjp: {
    gradFn: ({ all }) => (all ? 'SumBackward0' : 'SumBackward1'),
    rules: [(grad, saved) => unreduce(grad, saved.options, saved.shape(0))],
  },
};
