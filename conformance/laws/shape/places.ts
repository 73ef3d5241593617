/** Which element of an input each element of a result is: what every law of moved elements is stated in. */
import { type Shape, volume } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { unravel } from '../../compare/elements.ts';
import type { Element, Expectation, TensorValue } from '../../values/case.ts';
import { flatten } from '../../values/element.ts';

/** The row-major position of an index. */
export const ravel = (index: readonly number[], shape: Shape): number =>
  shape.reduce((flat, n, k) => flat * n + index[k]!, 0);

/** For every element of `to`, in row-major order, the position in `from` of the index that it comes from. */
export const places = (to: Shape, from: Shape, source: (index: readonly number[]) => readonly number[]): number[] =>
  Array.from({ length: volume(to) }, (_, at) => ravel(source(unravel(at, to)), from));

/** The places of all elements, in their order. */
export const inOrder = (shape: Shape): number[] => Array.from({ length: volume(shape) }, (_, at) => at);

/** The elements of an input that stand at these places, in this shape. */
export const showing = (input: TensorValue, shape: Shape, at: readonly number[]): Expectation => {
  const own = flatten(input.data);
  return {
    dtype: input.dtype,
    shape,
    data: nested(
      at.map((place) => own[place]!),
      shape,
    ),
    tolerance: 'exact',
  };
};

/** The input as it is after these elements were written at these places. */
export const overwritten = (input: TensorValue, at: readonly number[], value: (k: number) => Element): TensorValue => {
  const own = flatten(input.data);
  for (const [k, place] of at.entries()) own[place] = value(k);
  return { ...input, data: nested(own, input.shape) };
};
