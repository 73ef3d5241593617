/** What is reduced, and what is left. */
import fc from 'fast-check';
import { axis, type Shape } from '../../arbitraries/shape.ts';

/** Everything, one axis, or several different ones. */
export type Dims = number | readonly number[] | undefined;

export const dimsOf = (shape: Shape): fc.Arbitrary<Dims> =>
  shape.length === 0
    ? fc.constant(undefined)
    : fc.oneof(
        fc.constant(undefined),
        axis(shape),
        fc.uniqueArray(axis(shape), {
          minLength: 1,
          maxLength: shape.length,
          selector: (dim) => (dim + shape.length) % shape.length,
        }),
      );

/** The shape of the result. */
export const reduced = (shape: Shape, dims: Dims, keepdim = false): Shape => {
  if (dims === undefined) return [];
  const gone = new Set([dims].flat().map((dim) => (dim + shape.length) % shape.length));
  return shape.flatMap((size, k) => (gone.has(k) ? (keepdim ? [1] : []) : [size]));
};
