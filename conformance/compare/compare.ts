import type { Dtype, TensorValue } from '../values/case.ts';
import { type Decoded, decodeAll } from '../values/element.ts';
import type { Mismatch } from '../values/verdict.ts';
import type { Bound } from './bound.ts';
import { compareElements } from './elements.ts';

export interface Seen {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly data: ArrayLike<unknown>;
}

export const shapeText = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

export const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((size, axis) => size === b[axis]);

/** Whether there are as many elements as the shape has places, which none has of sizes that are no sizes. */
export const fillsShape = ({ shape, data }: Pick<Seen, 'shape' | 'data'>): boolean =>
  shape.every((size) => Number.isInteger(size) && size >= 0) &&
  data.length === shape.reduce((product, size) => product * size, 1);

export const compareShape = (name: string, expected: readonly number[], got: readonly number[]): Mismatch[] => {
  if (sameShape(expected, got)) return [];
  const [want, have] = [shapeText(expected), shapeText(got)];
  return [{ reason: 'wrong_shape', name, message: `shape is ${have}, not ${want}`, expected: want, got: have }];
};

export const compareDtype = (name: string, expected: Dtype, got: Dtype): Mismatch[] =>
  expected === got ? [] : [{ reason: 'wrong_dtype', name, message: `dtype is ${got}, not ${expected}`, expected, got }];

/** Compares the elements of two tensors of one shape; `dtype` is the expected one, and `got` is rounded to it. */
export const compareData = (
  name: string,
  expected: readonly Decoded[],
  got: ArrayLike<unknown>,
  shape: readonly number[],
  dtype: Dtype,
  bound: Bound,
): Mismatch[] => {
  const { wrong, of, differences } = compareElements(expected, got, shape, dtype, bound);
  if (wrong === 0) return [];
  const message = of === 1 ? 'the value differs' : `${wrong} of ${of} elements differ`;
  return [{ reason: 'wrong_value', name, message, differences, count: { wrong, of } }];
};

/** Everything that is wrong with `got`: shape, then dtype, then, if the shape is right, the elements. */
export const compareTensor = (name: string, expected: TensorValue, got: Seen, bound: Bound): Mismatch[] => {
  const shape = compareShape(name, expected.shape, got.shape);
  const dtype = compareDtype(name, expected.dtype, got.dtype);
  if (shape.length > 0) return [...shape, ...dtype];
  const elements = decodeAll(expected, expected.dtype);
  return [...dtype, ...compareData(name, elements, got.data, expected.shape, expected.dtype, bound)];
};
