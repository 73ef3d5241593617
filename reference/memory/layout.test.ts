import { expect, test } from 'vitest';
import { resultStrides } from './layout.ts';
import { emptyView, restride, type View } from './view.ts';

const view = (shape: number[], strides: number[]): View => restride(emptyView('float32', [100]), shape, strides);

// PyTorch 1.13.1: the strides of exp (one operand) and add (two).
test.each([
  ['row-major operands', [4, 3], [view([4, 3], [3, 1])], [3, 1]],
  ['a transposed operand', [4, 3], [view([4, 3], [1, 4])], [1, 4]],
  ['transposed beside row-major', [4, 3], [view([4, 3], [1, 4]), view([4, 3], [3, 1])], [1, 4]],
  ['row-major beside transposed', [4, 3], [view([4, 3], [3, 1]), view([4, 3], [1, 4])], [3, 1]],
  ['an operand with gaps', [4, 2], [view([4, 2], [1, 8])], [1, 4]],
  ['a broadcast operand', [4, 2, 3], [view([4, 2, 3], [1, 12, 4]), view([3], [1])], [1, 12, 4]],
  ['an expanded operand', [3, 4], [view([3, 4], [1, 0])], [4, 1]],
  ['an expanded front axis', [3, 4], [view([3, 4], [0, 1])], [4, 1]],
  ['equal strides with a size-1 axis', [3, 1, 2], [view([3, 1, 2], [1, 3, 3])], [1, 3, 3]],
  ['equal strides with an added axis', [1, 4, 4], [view([1, 1, 4], [1, 1, 1]), view([4, 1], [1, 1])], [1, 1, 4]],
  ['no elements, beside a number', [0, 0, 1], [view([], []), view([0, 0, 1], [1, 1, 1])], [0, 1, 0]],
] as const)('%s', (_, shape, operands, expected) => {
  expect(resultStrides(shape, operands)).toEqual(expected);
});
