/** `amax`, `amin` and `aminmax`: extreme elements without their places, whose gradient all of them share. */

import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { bigintFold, fold } from '../../kernels/groups.ts';
import { raise } from '../../numbers/errors.ts';
import { promoted } from '../pointwise.ts';
import type { Extreme } from './argextreme.ts';
import { type DimOptions, type Reduced, reduce, reducedBy, unreduce } from './dims.ts';
import { maxRow, minRow } from './extreme.ts';

/** out[k] = extremeᵢ input[k, i], NaN if any is; g goes in equal shares to all that attain it. */
export const extremeValues = (extreme: Extreme, name: string, gradFn: string, beside?: number): Op<Reduced> => ({
  name,
  shape: reduce,
  dtype: promoted,
  layout: 'row-major',
  forward: (out, [input], { dims }) => {
    if (out.numel === 0) return;
    if (out.dtype !== 'int64')
      fold(out, input!, dims, extreme === 'max' ? -Infinity : Infinity, extreme === 'max' ? maxRow : minRow);
    else if (extreme === 'max') bigintFold(out, input!, dims, -(2n ** 63n), (m, x) => (x > m ? x : m));
    else bigintFold(out, input!, dims, 2n ** 63n - 1n, (m, x) => (x < m ? x : m));
  },
  // d out[k] = 1/n Σᵢ d input[k, i], over the n elements that attain it
  vjp: {
    gradFn,
    rules: [
      (grad, saved) => {
        const { options } = saved;
        const x = saved.input(0);
        // Another result of the call is read too, as far as writing to it goes.
        if (beside !== undefined) saved.sibling(beside);
        const attains = x.eq(unreduce(saved.result(), options, x.shape));
        const n = attains.sum({ dim: options.dims, keepdim: true });
        return unreduce(grad, options, x.shape).mul(attains).div(n);
      },
    ],
  },
});

/** The axes to go over, each of which has elements. */
export function extremeAxes(input: Tensor, op: string, options: DimOptions): Reduced {
  const reduced = reducedBy(input, options);
  if (reduced.dims.some((dim) => input.shape[dim] === 0) || (reduced.all && input.numel() === 0))
    raise('invalid_argument', `${op}: there are no elements to choose from`);
  return reduced;
}

const RECORDS = {
  amax: extremeValues('max', 'amax', 'AmaxBackward0'),
  amin: extremeValues('min', 'amin', 'AminBackward0'),
};

export const extremeOver = (input: Tensor, op: 'amax' | 'amin', options: DimOptions): Tensor =>
  apply(RECORDS[op], [input], extremeAxes(input, op, options));
