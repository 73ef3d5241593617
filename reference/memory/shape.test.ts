import { expect, test } from 'vitest';
import {
  broadcastShapes,
  checkIntegers,
  checkSizes,
  contiguousStrides,
  inferShape,
  normalizeDim,
  normalizeDims,
  reducedShape,
} from './shape.ts';

const raising = (kind: string): object => expect.objectContaining({ kind });

test.each([
  [[2, 3], [3], [2, 3]],
  [
    [3, 1],
    [1, 4],
    [3, 4],
  ],
  [[], [2], [2]],
  [[2], [], [2]],
  [[0, 1], [3], [0, 3]],
  [
    [5, 1, 2],
    [4, 1],
    [5, 4, 2],
  ],
])('%j and %j broadcast to %j', (a, b, out) => {
  expect(broadcastShapes(a, b)).toEqual(out);
});

test.each([
  [[3, 4], [3]],
  [[2], [3]],
  [[0], [2]],
])('%j and %j do not broadcast', (a, b) => {
  expect(() => broadcastShapes(a, b)).toThrow(raising('shape_mismatch'));
});

test('an empty axis counts as one element in the strides', () => {
  expect(contiguousStrides([2, 0, 3])).toEqual([3, 3, 1]);
});

test('axes count from the end if negative, and a 0-d tensor has one', () => {
  expect([normalizeDim(-1, 3), normalizeDim(2, 3), normalizeDim(-1, 0)]).toEqual([2, 2, 0]);
  expect(() => normalizeDim(3, 3)).toThrow(raising('index_out_of_range'));
  expect(() => normalizeDim(-4, 3)).toThrow(raising('index_out_of_range'));
  expect(() => normalizeDim(0.5, 3)).toThrow(raising('invalid_argument'));
});

test('no axes mean all axes, and none twice', () => {
  expect(normalizeDims(undefined, 2)).toEqual([0, 1]);
  expect(normalizeDims([], 2)).toEqual([0, 1]);
  expect(normalizeDims([-1, 0], 2)).toEqual([1, 0]);
  expect(normalizeDims(0, 0)).toEqual([]);
  expect(() => normalizeDims([0, -2], 2)).toThrow(raising('invalid_argument'));
});

test('reduced axes go, or stay with size 1', () => {
  expect(reducedShape([2, 3, 4], [1], false)).toEqual([2, 4]);
  expect(reducedShape([2, 3, 4], [1], true)).toEqual([2, 1, 4]);
});

test('one size can be inferred', () => {
  expect(inferShape([2, -1], 6)).toEqual([2, 3]);
  expect(inferShape([0, 3], 0)).toEqual([0, 3]);
});

test.each([
  [[-1, -1], 6, 'invalid_argument'],
  [[-1, 4], 6, 'shape_mismatch'],
  [[5], 6, 'shape_mismatch'],
  [[-2, 3], 6, 'shape_mismatch'],
  [[-1, 0], 0, 'invalid_argument'],
  [[1.5], 6, 'invalid_argument'],
])('shape %j for %d elements raises %s', (shape, numel, kind) => {
  expect(() => inferShape(shape, numel)).toThrow(raising(kind));
});

test('sizes are lists of integers that are not negative', () => {
  expect(checkSizes([0, 2])).toEqual([0, 2]);
  expect(() => checkSizes([-1])).toThrow(raising('invalid_argument'));
  expect(() => checkIntegers(3 as never)).toThrow(raising('invalid_argument'));
});
