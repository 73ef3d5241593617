import { expect, test } from 'vitest';
import { decode, encode, flatten, observe, shortest } from '../values/element.ts';
import { round, spacing } from '../values/round.ts';
import { ulps } from './ulp.ts';

// Source: torch.tensor(x, dtype=torch.float64).to(dtype) of PyTorch 1.13.1.
test.each([
  [0.1, 0.0999755859375, 0.10009765625],
  [1 / 3, 0.333251953125, 0.333984375],
  [2049, 2048, 2048],
  [2051, 2052, 2048],
  [-1.00390625, -1.00390625, -1],
  [1.01171875, 1.01171875, 1.015625],
  [65519.99, 65504, 65536],
  [65520, Infinity, 65536],
  [-1e39, -Infinity, -Infinity],
  [3e-8, 2 ** -24, 3.003515303134918e-8],
  [5.9e-8, 2 ** -24, 5.8906152844429016e-8],
  [2 ** -134, 0, 0],
  [2 ** -133, 0, 2 ** -133],
])('%d is rounded to float16 %d and bfloat16 %d', (value, half, brain) => {
  expect(round(value, 'float16')).toBe(half);
  expect(round(value, 'bfloat16')).toBe(brain);
});

test('rounding keeps the sign of what underflows, and NaN', () => {
  expect(Object.is(round(-1e-10, 'float16'), -0)).toBe(true);
  expect(Object.is(round(-0, 'bfloat16'), -0)).toBe(true);
  expect(round(Number.NaN, 'float16')).toBeNaN();
  expect(round(0.1, 'float32')).toBe(Math.fround(0.1));
  expect(round(0.1, 'float64')).toBe(0.1);
});

test('spacing halves below a power of two and stays constant among subnormals', () => {
  expect(spacing(1, 'float32')).toBe(2 ** -23);
  expect(spacing(0.75, 'float32')).toBe(2 ** -24);
  expect(spacing(0, 'float32')).toBe(2 ** -149);
  expect(spacing(-3, 'float64')).toBe(2 ** -51);
  expect(spacing(0, 'float64')).toBe(Number.MIN_VALUE);
});

test('ulps counts the steps between two numbers of the format', () => {
  expect(ulps(1, 2, 'float32')).toBe(2 ** 23);
  expect(ulps(1, 2, 'float16')).toBe(2 ** 10);
  expect(ulps(0, -0, 'float32')).toBe(0);
  expect(ulps(-(2 ** -149), 2 ** -149, 'float32')).toBe(2);
  expect(ulps(-1, -2, 'bfloat16')).toBe(128);
  expect(ulps(0, 1, 'float16')).toBe(15 * 1024);
  expect(ulps(1, Number.NaN, 'float32')).toBeNull();
  expect(ulps(65504, 70000, 'float16')).toBeNull();
  expect(ulps(1, 1 + 2 ** -52, 'float64')).toBe(1);
});

test('the shortest decimal reads back to the same number of its dtype', () => {
  expect(shortest(Math.fround(0.1), 'float32')).toBe(0.1);
  expect(shortest(0.0999755859375, 'float16')).toBe(0.1);
  expect(shortest(0.10009765625, 'bfloat16')).toBe(0.1);
  expect(shortest(2 ** -149, 'float32')).toBe(1e-45);
  expect(shortest(16777216, 'float32')).toBe(16777216);
  expect(shortest(3.4028234663852886e38, 'float32')).toBe(3.4028235e38);
  for (let i = 0; i < 2000; i++) {
    const value = Math.fround((i - 1000) * 1.2345678 ** ((i % 40) - 20));
    expect(Math.fround(shortest(value, 'float32'))).toBe(value);
  }
});

test('encode and decode are inverse, and say as text what JSON cannot hold', () => {
  expect(encode(Number.NaN, 'float32')).toBe('NaN');
  expect(encode(-Infinity, 'float32')).toBe('-Infinity');
  expect(encode(-0, 'float32')).toBe('-0');
  expect(encode(2n ** 62n, 'int64')).toBe('4611686018427387904');
  expect(encode(7n, 'int64')).toBe(7);
  expect(encode(true, 'bool')).toBe(true);
  expect(encode(undefined, 'int64')).toBe('undefined');
  expect(encode(1.5, 'int64')).toBe(1.5);
  expect(Object.is(decode('-0', 'float32'), -0)).toBe(true);
  expect(decode('4611686018427387904', 'int64')).toBe(2n ** 62n);
  expect(decode(false, 'bool')).toBe(false);
  expect(decode(0.1, 'float16')).toBe(0.0999755859375);
});

test('an element that its dtype does not have is no element', () => {
  expect(observe('1', 'float32')).toBeUndefined();
  expect(observe(2n, 'bool')).toBeUndefined();
  expect(observe(0.5, 'uint8')).toBeUndefined();
  expect(observe('1', 'int64')).toBeUndefined();
  expect(observe(3n, 'float64')).toBe(3);
});

test('flatten takes nested, bare and empty data in row-major order', () => {
  expect(
    flatten([
      [1, 2],
      [3, 4],
    ]),
  ).toEqual([1, 2, 3, 4]);
  expect(flatten(5)).toEqual([5]);
  expect(flatten([[], []])).toEqual([]);
});
