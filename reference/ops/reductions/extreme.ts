/** `max` and `min`: of all elements, or along an axis with their indices. */

import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { bigintFold, type FoldRow, fold } from '../../kernels/groups.ts';
import { raise } from '../../numbers/errors.ts';
import { pick } from '../indexing/pick.ts';
import { NONE, type None, promoted } from '../pointwise.ts';
import { axisOf, type Extreme, indicesAlong } from './argextreme.ts';

/** The results along an axis. */
export interface Extremes {
  readonly values: Tensor;
  /** int64. */
  readonly indices: Tensor;
}

/** Whether to keep the axis, with size 1. */
export interface KeepOptions {
  readonly keepdim?: boolean;
  /** numpy's name for `keepdim`. */
  readonly keepdims?: boolean;
}
/** The axis too, as `dim` or under numpy's name. */
export type AlongOptions = ({ readonly dim: number } | { readonly axis: number }) & KeepOptions;

/** Whether an axis is named. Raises invalid_argument for axes to keep and none named, for which PyTorch has no overload. */
export function namesAxis(options: AlongOptions | KeepOptions): options is AlongOptions {
  if ('dim' in options || 'axis' in options) return true;
  return (options.keepdim ?? options.keepdims) === undefined
    ? false
    : raise('invalid_argument', 'keepdim goes with dim');
}

/** The largest; Math.max keeps a NaN. */
export const maxRow: FoldRow = (best, n, a, p, s) => {
  let m = best;
  for (let i = 0; i < n; i++) m = Math.max(m, a[p + i * s]!);
  return m;
};
/** The smallest. */
export const minRow: FoldRow = (best, n, a, p, s) => {
  let m = best;
  for (let i = 0; i < n; i++) m = Math.min(m, a[p + i * s]!);
  return m;
};

// out = extremeᵢ input[i], NaN if any is
const record = (name: Extreme, gradFn: string): Op<None> => ({
  name,
  shape: () => [],
  dtype: promoted,
  layout: 'row-major',
  forward: (out, [input]) => {
    const dims = input!.shape.map((_, i) => i);
    if (out.dtype !== 'int64')
      fold(out, input!, dims, name === 'max' ? -Infinity : Infinity, name === 'max' ? maxRow : minRow);
    else if (name === 'max') bigintFold(out, input!, dims, -(2n ** 63n), (m, x) => (x > m ? x : m));
    else bigintFold(out, input!, dims, 2n ** 63n - 1n, (m, x) => (x < m ? x : m));
  },
  // In equal shares to all elements that attain it.
  vjp: {
    gradFn,
    rules: [
      (grad, saved) => {
        const [x, m] = [saved.input(0), saved.result()];
        const attains = Number.isNaN(m.item()) ? x.ne(x) : x.eq(m);
        return attains.where(grad.div(attains.sum()), 0);
      },
    ],
  },
});
const RECORDS: Readonly<Record<Extreme, Op<None>>> = {
  max: record('max', 'MaxBackward1'),
  min: record('min', 'MinBackward1'),
};
const GRAD_FN: Readonly<Record<Extreme, string>> = { max: 'MaxBackward0', min: 'MinBackward0' };

/** The one extreme element. */
export function extremeOfAll(input: Tensor, extreme: Extreme): Tensor {
  if (input.numel() === 0) raise('invalid_argument', `${extreme}: there are no elements to choose from`);
  return apply(RECORDS[extreme], [input], NONE);
}

/** The extreme elements along an axis, and where they stand. */
export function extremesAlong(input: Tensor, extreme: Extreme, options: AlongOptions): Extremes {
  const { keepdims = false, keepdim = keepdims } = options;
  const along = { dim: axisOf(input, 'dim' in options ? options.dim : options.axis, extreme), keepdim };
  const indices = indicesAlong(input, extreme, along);
  return { values: pick(input, indices, { ...along, gradFn: GRAD_FN[extreme] }), indices };
}
