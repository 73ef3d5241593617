import { describe, expect, test } from 'vitest';
import { elementsOf, layouts, placesOf, rowMajor, stretched } from './memory.ts';

const buffer = Float32Array.from({ length: 12 }, (_, i) => i);
const at = (shape: readonly number[], strides: readonly number[], offset = 0) => ({ shape, strides, offset, buffer });

describe('the elements of a tensor', () => {
  test('come in row-major order, wherever they lie', () => {
    expect(placesOf(at([2, 3], [1, 2], 4))).toEqual([4, 6, 8, 5, 7, 9]);
    expect(elementsOf({ ...at([2, 2], [0, 3]), dtype: 'float32' }).data).toEqual([0, 3, 0, 3]);
    expect(placesOf(at([2, 0], [1, 1]))).toEqual([]);
    expect(placesOf(at([], [], 5))).toEqual([5]);
  });

  test('are found in the larger shape to which they are stretched', () => {
    expect(stretched([2, 1], [2, 3])).toEqual([0, 0, 0, 1, 1, 1]);
    expect(stretched([3], [2, 3])).toEqual([0, 1, 2, 0, 1, 2]);
    expect(stretched([2], [2, 3])).toBeUndefined();
  });
});

describe('a layout', () => {
  const lying = (place: Parameters<typeof placesOf>[0]) =>
    Object.entries(layouts).flatMap(([name, is]) => (is(place) ? [name] : []));

  test.each([
    ['gapless', at([2, 3], rowMajor([2, 3])), []],
    ['from a later place', at([3], [1], 2), ['offset']],
    ['every second element', at([3], [2]), ['by steps']],
    ['every second element from the second', at([3], [2], 1), ['by steps']],
    ['the columns of a larger one', at([2, 2], [3, 1]), []],
    ['transposed', at([2, 3], [1, 2]), ['transposed']],
    ['transposed, with an axis of one element', at([1, 3], [1, 2]), ['by steps']],
    ['expanded', at([2, 3], [0, 1]), ['expanded']],
    ['one element, later', at([1], [1], 4), ['offset']],
  ])('is told: %s', (_, place, names) => {
    expect(lying(place)).toEqual(names);
  });
});
