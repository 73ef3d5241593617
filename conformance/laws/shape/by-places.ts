/** What laws of index tensors draw: a tensor, an axis of it, and places on that axis. */
import fc from 'fast-check';
import { axis, type Shape, shape, volume } from '../../arbitraries/shape.ts';
import { nested, tensor } from '../../arbitraries/tensor.ts';
import type { Dtype, TensorValue } from '../../values/case.ts';
import { fromFront } from './moves.ts';

export interface AlongAxis {
  readonly x: TensorValue;
  readonly dim: number;
  /** The axis from the front, and its size. */
  readonly at: number;
  readonly n: number;
}

/** A tensor with elements, and one of its axes. */
export const alongAxis = (dtype: Dtype): fc.Arbitrary<AlongAxis> =>
  shape({ minRank: 1, maxRank: 3, maxSize: 3, filled: true })
    .chain((from) => fc.record({ x: tensor(dtype, from, { special: true }), dim: axis(from) }))
    .map(({ x, dim }) => ({ x, dim, at: fromFront(dim, x.shape.length), n: x.shape.at(dim)! }));

/** So many places of n, as an index tensor of this shape. */
export const index = (of: Shape, n: number): fc.Arbitrary<TensorValue & { readonly places: readonly number[] }> =>
  fc
    .array(fc.nat({ max: n - 1 }), { minLength: volume(of), maxLength: volume(of) })
    .map((places) => ({ dtype: 'int64', shape: of, data: nested(places, of), places }));

/** The tensor alone, as a program takes it. */
export const plain = ({ dtype, shape: of, data }: TensorValue): TensorValue => ({ dtype, shape: of, data });
