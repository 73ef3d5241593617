/** Elements that are taken from anywhere in a view. */

import type { View } from '../memory/view.ts';
import { isFloating } from '../numbers/dtype.ts';
import { type Scalar, toBigint, toNumber } from '../numbers/scalar.ts';
import { offsetsOf } from './groups.ts';

/** Where in memory the elements lie whose index is among `along[axis]` on each axis, in row-major order. */
export function offsetsAt({ strides, offset }: View, along: readonly (readonly number[])[]): Int32Array {
  let offsets = new Int32Array(1).fill(offset);
  along.forEach((indices, axis) => {
    const longer = new Int32Array(offsets.length * indices.length);
    let at = 0;
    for (const start of offsets) for (const i of indices) longer[at++] = start + i * strides[axis]!;
    offsets = longer;
  });
  return offsets;
}

/** out[k] = the element of `input` that lies at `at[k]`; `out` is row-major and of the same dtype. */
export function copyAt(out: View, input: View, at: Int32Array): void {
  const [to, from] = [out.storage.buffer, input.storage.buffer];
  at.forEach((place, k) => {
    to[out.offset + k] = from[place]!;
  });
}

/** Writes the k-th element of `source` to what lies at `at[k]` of `out`, one after the other; both are of the same dtype. */
export function writeAt(out: View, at: Int32Array, source: View): void {
  const [to, from] = [out.storage.buffer, source.storage.buffer];
  const places = offsetsOf(source.shape, source.strides, source.offset);
  at.forEach((place, k) => {
    to[place] = from[places[k]!]!;
  });
}

/** Adds `factor` times the k-th element of `source` to what lies at `at[k]` of `out`, one after the other. */
export function addAt(out: View, at: Int32Array, source: View, factor: Scalar = 1): void {
  const places = offsetsOf(source.shape, source.strides, source.offset);
  if (out.dtype === 'int64') {
    const [to, from, by] = [out.bigints, source.bigints, toBigint(factor)];
    at.forEach((place, k) => {
      to[place]! += by * from[places[k]!]!;
    });
    return;
  }
  const [to, from] = [out.numbers, source.numbers];
  const by = isFloating(out.dtype) ? toNumber(factor) : Math.trunc(toNumber(factor));
  at.forEach((place, k) => {
    to[place]! += by * from[places[k]!]!;
    if (out.dtype === 'bool') to[place] = to[place] === 0 ? 0 : 1;
  });
}
