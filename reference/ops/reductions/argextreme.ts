/** Where the largest or smallest element along an axis stands: `argmax`, `argmin`, and the indices of `max` and `min`. */

import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { groupsAlong } from '../../kernels/groups.ts';
import { normalizeDim, reducedShape } from '../../memory/shape.ts';
import type { Buffer } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';

export type Extreme = 'max' | 'min';

/** Along one axis, normalized. */
export interface Along {
  readonly dim: number;
  readonly keepdim: boolean;
}

export interface ArgOptions {
  /** The axis; absent or null: of the flattened tensor. */
  readonly dim?: number | null;
  /** numpy's name for `dim`. */
  readonly axis?: number | null;
  /** Keep the axis (or all axes) with size 1. */
  readonly keepdim?: boolean;
  /** numpy's name for `keepdim`. */
  readonly keepdims?: boolean;
}

// The first of equal ones; a NaN comes before every number.
function firstExtreme(a: Buffer, start: number, n: number, step: number, extreme: Extreme): number {
  let at = 0;
  let best = a[start]!;
  for (let i = 1; i < n && !Number.isNaN(best); i++) {
    const x = a[start + i * step]!;
    if ((extreme === 'max' ? x > best : x < best) || Number.isNaN(x)) {
      at = i;
      best = x;
    }
  }
  return at;
}

const record = (extreme: Extreme): Op<Along> => ({
  name: `arg${extreme}`,
  shape: ([input], { dim, keepdim }) => reducedShape(input!, input!.length === 0 ? [] : [dim], keepdim),
  dtype: ([input]) => ({ compute: (input as Tensor).dtype, result: 'int64' }),
  layout: 'row-major',
  // out[k] = the first i with input[k, i] = extremeⱼ input[k, j]
  forward: (out, [input], { dim }) => {
    const { starts, n, step } = groupsAlong(input!, input!.shape.length === 0 ? [] : [dim]);
    const { buffer } = input!.storage;
    starts.forEach((start, k) => {
      out.bigints[k] = BigInt(firstExtreme(buffer, start, n, step, extreme));
    });
  },
  vjp: null,
});
const RECORDS: Readonly<Record<Extreme, Op<Along>>> = { max: record('max'), min: record('min') };

/** The axis of `dim`, which must have elements. */
export function axisOf(input: Tensor, dim: number, op: string): number {
  const axis = normalizeDim(dim, input.ndim);
  if (input.shape[axis] === 0) raise('invalid_argument', `${op}: axis ${axis} has no elements to choose from`);
  return axis;
}

/** The indices along `axis`, as int64. */
export const indicesAlong = (input: Tensor, extreme: Extreme, along: Along): Tensor =>
  apply(RECORDS[extreme], [input], along);

/** `argmax` or `argmin`. */
export function argextreme(input: Tensor, extreme: Extreme, options: ArgOptions): Tensor {
  const { axis, dim = axis, keepdims = false, keepdim = keepdims } = options;
  const op = `arg${extreme}`;
  if (input.dtype === 'bool') raise('unsupported_dtype', `${op} is not implemented for bool`);
  if (dim != null) return indicesAlong(input, extreme, { dim: axisOf(input, dim, op), keepdim });
  if (input.numel() === 0) raise('invalid_argument', `${op}: there are no elements to choose from`);
  const flat = indicesAlong(input.reshape([-1]), extreme, { dim: 0, keepdim: false });
  return keepdim ? flat.reshape(input.shape.map(() => 1)) : flat;
}
