import { expect, test } from 'vitest';
import { float, isScalar, scalarDtype, toBigint, toNumber } from './scalar.ts';

test.each([
  [true, 'bool'],
  [2, 'int64'],
  [2n, 'int64'],
  [2.5, 'float32'],
  [float(2), 'float32'],
  [-0, 'float32'],
  [2 ** 53, 'float32'],
  [NaN, 'float32'],
] as const)('%s alone is %s', (x, dtype) => {
  expect(scalarDtype(x)).toBe(dtype);
});

test('text and null are no numbers', () => {
  expect(['2', null, undefined, {}].some(isScalar)).toBe(false);
});

test('numbers become integers toward zero, and the lowest one where int64 ends', () => {
  expect([1.9, -1.9, float(3), true, 2 ** 63, NaN, 5n].map(toBigint)).toEqual([
    1n,
    -1n,
    3n,
    1n,
    -(2n ** 63n),
    -(2n ** 63n),
    5n,
  ]);
});

test('every scalar reads as a number', () => {
  expect([float(0.5), 3n, false].map(toNumber)).toEqual([0.5, 3, 0]);
});
