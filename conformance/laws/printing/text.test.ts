// The texts are PyTorch 1.13.1's.
import { expect, test } from 'vitest';
import { readText } from './text.ts';

test('elements, shape and dtype are read off the text', () => {
  expect(readText('tensor([[ 1,  2],\n        [-3, 40]], dtype=torch.int32)')).toEqual({
    elements: ['1', '2', '-3', '40'],
    shape: [2, 2],
    dtype: 'int32',
  });
  expect(readText('tensor([ True, False])')).toEqual({ elements: ['True', 'False'], shape: [2], dtype: 'bool' });
  expect(readText('tensor(-1.7977e+308, dtype=torch.float64)')?.elements).toEqual(['-1.7977e+308']);
  expect(readText('tensor([2., nan], grad_fn=<AddBackward0>)')).toMatchObject({ shape: [2], dtype: 'float32' });
});

test('a tensor without elements says its size, unless it is a vector', () => {
  expect(readText('tensor([], size=(0, 3), dtype=torch.int64)')).toEqual({
    elements: [],
    shape: [0, 3],
    dtype: 'int64',
  });
  expect(readText('tensor([])')).toEqual({ elements: [], shape: [0], dtype: 'float32' });
});

test('text that shows no tensor is not read', () => {
  expect(readText('[1, 2]')).toBeUndefined();
  expect(readText('tensor([[1, 2], [3]])')).toBeUndefined();
  expect(readText('tensor([1, 2)')).toBeUndefined();
  expect(readText('tensor([1], [2])')).toBeUndefined();
});
