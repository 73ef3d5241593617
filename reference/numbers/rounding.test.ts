import { expect, test } from 'vitest';
import { roundBuffer, toBfloat16, toFloat16 } from './rounding.ts';

// Right-hand sides: PyTorch 1.13.1, torch.tensor([x]).half() and .bfloat16().
test.each([
  [0.1, 0.0999755859375],
  [65504, 65504],
  [65519.99609375, 65504],
  [65520, Infinity],
  [-65520, -Infinity],
  [2 ** -24, 2 ** -24],
  [2 ** -25, 0],
  [-(2 ** -25), -0],
  [3 * 2 ** -26, 2 ** -24],
  [3 * 2 ** -25, 2 ** -23],
  [2049, 2048],
  [2051, 2052],
  [1 + 2 ** -11, 1],
  [1 + 3 * 2 ** -11, 1 + 2 ** -9],
  [-0, -0],
])('%f is %f as float16', (x, expected) => {
  expect(toFloat16(Math.fround(x))).toBe(expected);
});

test.each([
  [0.1, 0.10009765625],
  [257, 256],
  [259, 260],
  [2 ** 128 - 2 ** 119, Infinity],
  [2 ** -133, 2 ** -133],
  [2 ** -134, 0],
  [1.5 * 2 ** -133, 2 ** -132],
  [1.00390625, 1],
  [-0.1, -0.10009765625],
  [-Infinity, -Infinity],
])('%f is %f as bfloat16', (x, expected) => {
  expect(toBfloat16(Math.fround(x))).toBe(expected);
});

test('NaN stays NaN', () => {
  expect([toFloat16(NaN), toBfloat16(NaN)]).toEqual([NaN, NaN]);
});

test.each([
  ['int8', [127, -128, 1]],
  ['uint8', [127, 128, 1]],
  ['int16', [127, 128, 257]],
  ['int32', [127, 128, 257]],
  ['bool', [1, 1, 1]],
] as const)('an integer buffer wraps to %s', (dtype, expected) => {
  const buffer = Int32Array.of(127, 128, 257);
  roundBuffer(buffer, dtype);
  expect([...buffer]).toEqual(expected);
});
