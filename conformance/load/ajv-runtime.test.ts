import { expect, test } from 'vitest';
import { equal, ucs2length } from './ajv-runtime.ts';

test('a text is as long as it has code points', () => {
  expect(['', 'ab', '轴', '😀'].map(ucs2length)).toEqual([0, 2, 1, 1]);
});

test.each<[unknown, unknown, boolean]>([
  [1, 1, true],
  [0, -0, true],
  [1, '1', false],
  [null, {}, false],
  [[1, [2]], [1, [2]], true],
  [[1, [2]], [1, [3]], false],
  [[], {}, false],
  [{ a: 1, b: { c: null } }, { b: { c: null }, a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: 1 }, { b: 1 }, false],
])('%j and %j', (a, b, same) => expect(equal(a, b)).toBe(same));
