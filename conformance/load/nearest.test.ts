import { expect, test } from 'vitest';
import { nearest, suggestion } from './nearest.ts';

test.each([
  ['keepdims', ['dim', 'keepdim', 'dtype'], 'keepdim'],
  ['summ', ['mul', 'sum', 'sub'], 'sum'],
  ['tiltle', ['id', 'title'], 'title'],
  ['etc', ['ect', 'abc'], 'ect'],
  ['Sum', ['sum'], 'sum'],
])('%s is nearest to its neighbour', (given, candidates, expected) =>
  expect(nearest(given, candidates)).toBe(expected),
);

test.each([
  ['matmul', ['sum', 'add']],
  ['x', ['sum', 'yz']],
  ['anything', []],
])('%s is near to none', (given, candidates) => expect(nearest(given, candidates)).toBeUndefined());

test('a suggestion is the end of a sentence, or nothing', () => {
  expect(suggestion('summ', ['sum'])).toBe('; did you mean "sum"?');
  expect(suggestion('softmax', ['sum'])).toBe('');
});
