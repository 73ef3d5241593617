import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { type FoldRow, groupsAlong } from '../../kernels/groups.ts';
import { type Dtype, isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { type Reduced, reduce, reducedBy, unreduce } from './dims.ts';
import type { MeanOptions } from './mean.ts';
import { numbersRow } from './nansum.ts';

/**
 * The mean over the axes `dim`, or over all of them, of those elements that are no NaN; NaN if there are none.
 *
 *     out[k] = 1/n Σᵢ input[k, i], with i over the n elements of the axes that go that are no NaN
 *
 * In the input's dtype or `dtype`. Raises unsupported_dtype (integers, bool), index_out_of_range, invalid_argument (an axis twice).
 * Source: torch.nanmean.
 */
export function nanmean(input: Tensor, options: MeanOptions = {}): Tensor {
  const dtype = options.dtype ?? input.dtype;
  const reduced = reducedBy(input, options);
  for (const one of [input.dtype, dtype])
    if (!isFloating(one)) raise('unsupported_dtype', `nanmean: expected a floating dtype, found ${one}`);
  return apply(op, [input], { ...reduced, dtype });
}

const countRow: FoldRow = (total, n, a, p, s) => {
  let count = total;
  for (let i = 0; i < n; i++) if (!Number.isNaN(a[p + i * s]!)) count++;
  return count;
};

const op: Op<Reduced & { readonly dtype: Dtype }> = {
  name: 'nanmean',
  shape: reduce,
  dtype: (_, { dtype }) => ({ compute: dtype, result: dtype }),
  layout: 'row-major',
  forward: (out, [input], { dims }) => {
    const { starts, runs, n, step } = groupsAlong(input!, dims);
    const over = (row: FoldRow, start: number): number =>
      runs.reduce((total, run) => row(total, n, input!.numbers, start + run, step), 0);
    starts.forEach((start, k) => {
      out.numbers[k] = over(numbersRow, start) / over(countRow, start);
    });
  },
  // d out[k] = 1/n Σᵢ d input[k, i], over the n elements that are numbers
  vjp: {
    gradFn: 'DivBackward0',
    rules: [
      (grad, saved) => {
        const { dims } = saved.options;
        const x = saved.input(0);
        const isNumber = x.eq(x);
        const n = isNumber.sum({ dim: dims, keepdim: true });
        return unreduce(grad, saved.options, x.shape).div(n).mul(isNumber);
      },
    ],
  },
};
