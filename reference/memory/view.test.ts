import { expect, test } from 'vitest';
import { broadcastTo, emptyView, isDense, overlapsItself, restride, stridesFor } from './view.ts';

const view = (shape: number[], strides: number[]): ReturnType<typeof emptyView> =>
  restride(emptyView('float32', [100]), shape, strides);

test.each([
  [[2, 3], [3, 1], true],
  [[2, 1, 3], [3, 99, 1], true],
  [[2, 0], [7, 7], true],
  [[], [], true],
  [[3, 2], [1, 3], false],
  [[3], [2], false],
  [[2, 3], [0, 1], false],
])('shape %j with strides %j is contiguous: %s', (shape, strides, expected) => {
  expect(view(shape, strides).isContiguous()).toBe(expected);
});

test.each([
  [[3, 2], [1, 3], true],
  [[3, 2], [1, 4], false],
  [[3], [2], false],
  [[2, 3], [0, 1], false],
])('shape %j with strides %j fills one stretch of memory: %s', (shape, strides, expected) => {
  expect(isDense(view(shape, strides))).toBe(expected);
});

test.each([
  [[2, 3], [0, 1], true],
  [[2, 2], [1, 1], true],
  [[3], [2], false],
  [[3, 2], [1, 3], false],
  [[0, 2], [0, 0], false],
  [[1, 2], [0, 1], false],
])('shape %j with strides %j reaches an element twice: %s', (shape, strides, expected) => {
  expect(overlapsItself(view(shape, strides))).toBe(expected);
});

test('broadcasting repeats without copying', () => {
  expect(broadcastTo(view([3, 1], [1, 1]), [2, 3, 4]).strides).toEqual([0, 1, 0]);
  // As PyTorch counts them: an axis that is added and repeats nothing has the stride of a whole copy.
  expect(broadcastTo(view([3, 2], [1, 3]), [4, 1, 3, 2]).strides).toEqual([0, 3, 1, 3]);
  expect(broadcastTo(view([], []), [1, 1]).strides).toEqual([0, 0]);
});

// PyTorch 1.13.1: torch.empty(100).as_strided(shape, strides).view(to).stride(), or that it raises.
test.each([
  [[2, 3], [3, 1], [6], [1]],
  [
    [2, 3],
    [3, 1],
    [3, 2],
    [2, 1],
  ],
  [[2, 3], [1, 2], [6], null],
  [
    [2, 3],
    [1, 2],
    [2, 3, 1],
    [1, 2, 2],
  ],
  [[2, 3], [6, 2], [6], [2]],
  [
    [4, 3],
    [6, 1],
    [2, 2, 3],
    [12, 6, 1],
  ],
  [[4, 3], [6, 1], [2, 6], null],
  [[2, 1, 3], [6, 9, 2], [6], [2]],
  [
    [1, 3],
    [5, 2],
    [3, 1],
    [2, 2],
  ],
  [[0, 3], [1, 2], [0], [1]],
])('shape %j with strides %j reads as %j with strides %j', (shape, strides, to, expected) => {
  expect(stridesFor(view(shape, strides), to)).toEqual(expected);
});

test('numbers and int64 are not taken for each other', () => {
  const unsupported = expect.objectContaining({ kind: 'unsupported_dtype' });
  expect(() => emptyView('int64', [1]).numbers).toThrow(unsupported);
  expect(() => emptyView('int32', [1]).bigints).toThrow(unsupported);
});
