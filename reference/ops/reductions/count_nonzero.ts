import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { groupsAlong } from '../../kernels/groups.ts';
import { type DimOptions, type Reduced, reduce, reducedBy } from './dims.ts';

/**
 * How many elements are other than 0, over the axes `dim` or over all of them. NaN is not 0.
 *
 *     out[k] = #{i: input[k, i] ≠ 0}, with i over the axes that go
 *
 * int64. Raises index_out_of_range, invalid_argument (an axis twice).
 * Source: torch.count_nonzero.
 */
export function count_nonzero(input: Tensor, options: Pick<DimOptions, 'dim' | 'axis'> = {}): Tensor {
  const { dim, axis = dim } = options;
  return apply(op, [input], reducedBy(input, { dim: axis ?? null }));
}

const op: Op<Reduced> = {
  name: 'count_nonzero',
  shape: reduce,
  dtype: () => ({ compute: 'bool', result: 'int64' }),
  layout: 'row-major',
  forward: (out, [input], { dims }) => {
    const { starts, runs, n, step } = groupsAlong(input!, dims);
    const a = input!.numbers;
    starts.forEach((start, k) => {
      let count = 0;
      for (const run of runs) for (let i = 0; i < n; i++) count += a[start + run + i * step]!;
      out.bigints[k] = BigInt(count);
    });
  },
  vjp: null,
};
