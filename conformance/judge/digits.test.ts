import { expect, test } from 'vitest';
import type { Dtype } from '../values/case.ts';
import { judgeDigits } from './digits.ts';

const held = (dtype: Dtype, data: ArrayLike<number>, over: object = {}) =>
  judgeDigits('x', dtype, { kind: 'tensor', dtype, shape: [data.length], data, ...over });

test.each<[Dtype, number]>([
  ['float16', 131008],
  ['float16', 0.1],
  ['bfloat16', 1.00390625],
  ['float32', 0.1],
  ['float32', 1e39],
])('no %s can be %d', (dtype, value) => {
  expect(held(dtype, [1, value])).toEqual([
    { reason: 'wrong_value', name: 'x', message: `holds ${value}, which no ${dtype} can be` },
  ]);
});

test('what the dtype can hold is right, special values included', () => {
  expect(held('float16', [0.0999755859375, 65504, Number.NaN, Infinity, -0])).toEqual([]);
  expect(held('float32', [Math.fround(0.1), -Infinity])).toEqual([]);
  expect(held('float32', Float32Array.of(0.1))).toEqual([]);
  expect(held('float64', [0.1])).toEqual([]);
  expect(held('int64', [3])).toEqual([]);
});

test('a substitute and a host number are judged by the expected dtype alone', () => {
  expect(held('float32', [0.1], { dtype: 'float64' })).toEqual([]);
  expect(held('float32', [0.1], { host: true })).toEqual([]);
});
