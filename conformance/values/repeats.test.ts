import { expect, test } from 'vitest';
import type { Element, Nested } from './case.ts';
import { filled, periodOf, repeatsOf, withData } from './repeats.ts';

test.each<[number[], Element[], Nested<Element>]>([
  [[], [5], 5],
  [[3], [1, 2], [1, 2, 1]],
  [
    [2, 3],
    [1, '-0', 'NaN', 4],
    [
      [1, '-0', 'NaN'],
      [4, 1, '-0'],
    ],
  ],
  [[0], [1], []],
])('%j full of %j', (shape, repeats, data) => expect(filled(shape, repeats)).toEqual(data));

test('the data of a tensor that repeats are made when they are read, and told apart from those of a copy', () => {
  const json = { dtype: 'float32', shape: [3], repeats: [1, 2], requires_grad: true };
  const tensor = withData(json) as unknown as { readonly data: Nested<Element>; readonly dtype: string };
  expect(Object.getOwnPropertyDescriptor(tensor, 'data')).toHaveProperty('get');
  expect(tensor).toEqual({ dtype: 'float32', shape: [3], requires_grad: true, data: [1, 2, 1] });
  expect(tensor.data).toBe(tensor.data);
  expect(repeatsOf(tensor)).toEqual([1, 2]);
  expect(repeatsOf({ ...tensor, data: [9, 9, 9] })).toBeUndefined();
  expect(structuredClone(tensor)).toEqual({ dtype: 'float32', shape: [3], requires_grad: true, data: [1, 2, 1] });
  expect(withData({ shape: [1], data: [1] })).toEqual({ shape: [1], data: [1] });
});

test.each<[Element[], Element[] | undefined]>([
  [[1, 1, 1, 1], [1]],
  [
    [1, 2, 1, 2, 1],
    [1, 2],
  ],
  [
    [1, 2, 1, 1, 2, 1],
    [1, 2, 1],
  ],
  [[1, 2, 3, 1, 2], undefined],
  [
    [0, '-0', 0, '-0'],
    [0, '-0'],
  ],
  [[1, 1, 1, 2], undefined],
])('the period of %j is %j', (elements, period) => expect(periodOf(elements)).toEqual(period));
