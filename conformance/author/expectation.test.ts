import { describe, expect, test } from 'vitest';
import type { Dtype } from '../values/case.ts';
import { element } from '../values/decimal.ts';
import type { Observation } from '../values/observation.ts';
import { shortened, written } from './expectation.ts';

const tensor = (dtype: Dtype, shape: number[], data: (number | bigint | boolean)[]): Observation => ({
  kind: 'tensor',
  dtype,
  shape,
  data,
});

describe('element', () => {
  test.each([
    [Math.fround(0.1), 'float32', 0.1],
    [Math.fround(Math.E), 'float32', 2.7182817],
    [0.1, 'float64', 0.1],
    [0.0999755859375, 'float16', 0.1],
    [3, 'float32', 3],
    [2 ** 53, 'float64', 9007199254740992],
    [-0, 'float32', '-0'],
    [Number.NaN, 'float32', 'NaN'],
    [-Infinity, 'float64', '-Infinity'],
    [true, 'bool', true],
    [5n, 'int64', 5],
    [9223372036854775807n, 'int64', '9223372036854775807'],
  ] as const)('writes %s of %s as %s', (value, dtype, text) => {
    expect(element(value, dtype)).toBe(text);
  });
});

describe('written', () => {
  test('takes dtype and shape from PyTorch and rounds the wide values once', () => {
    const { expectation, doubtful } = written(
      tensor('float32', [1, 2], [0.33333331, 2]),
      tensor('float64', [1, 2], [1 / 3, 2]),
    );
    expect(expectation).toEqual({ dtype: 'float32', shape: [1, 2], data: [[0.33333334, 2]] });
    expect(doubtful).toEqual([]);
  });

  test('names the elements where the two computations are far apart', () => {
    const { doubtful } = written(tensor('float32', [2], [0, 7]), tensor('float64', [2], [0.5, 7]));
    expect(doubtful).toEqual(['element 0 is 0 in float32, 0.5 from float64']);
  });

  test('keeps integers, bools and seeded values as PyTorch gave them', () => {
    expect(written(tensor('int64', [], [4n]), tensor('int64', [], [5n])).expectation.data).toBe(4);
    expect(written(tensor('bool', [1], [true]), undefined).expectation.data).toEqual([true]);
    expect(written(tensor('float32', [1], [Math.fround(0.3)]), undefined).expectation.data).toEqual([0.3]);
  });

  test('keeps the empty parts of a zero-size tensor', () => {
    expect(written(tensor('float32', [2, 0], []), undefined).expectation.data).toEqual([[], []]);
  });

  test('marks a float that JSON would take for an int', () => {
    const host = (value: Extract<Observation, { kind: 'host' }>['value']) =>
      written({ kind: 'host', value }, undefined).expectation.value;
    expect(host({ float: 2 })).toEqual({ float: 2 });
    expect(host({ float: Number.NaN })).toEqual({ float: 'NaN' });
    expect(host({ float: 0.5 })).toBe(0.5);
    expect(host([2n, 3n])).toEqual([2, 3]);
    expect(host(2n ** 60n)).toEqual({ int: '1152921504606846976' });
    expect(host('float32')).toBe('float32');
  });

  test('writes an absent gradient and each part of a sequence', () => {
    expect(written({ kind: 'null' }, undefined).expectation).toEqual({ null: true });
    const each: Observation = { kind: 'sequence', each: [tensor('int64', [], [1n])], prints: '(tensor(1),)' };
    expect(written(each, undefined).expectation).toEqual({
      each: [{ dtype: 'int64', shape: [], data: 1 }],
      prints: '(tensor(1),)',
    });
  });
});

test('half-way between two numbers PyTorch decides: 2^56 + 2^32 + 1 as float32, which is 2^56 + 2^32 as float64', () => {
  const { expectation } = written(
    tensor('float32', [1], [2 ** 56 + 2 ** 33]),
    tensor('float64', [1], [2 ** 56 + 2 ** 32]),
  );
  expect(expectation.data).toEqual([72057600000000000]);
});

test('what overflows in the dtype of the case alone has to be looked at', () => {
  const { doubtful } = written(tensor('float32', [1], [Infinity]), tensor('float64', [1], [2 ** 100]));
  expect(doubtful).toEqual(['element 0 is Infinity in float32, 1.2676506002282294e+30 from float64']);
});

describe('shortened', () => {
  const long = (n: number) => Array.from({ length: n }, (_, i) => i % 3);
  test('a long tensor that repeats is written so', () => {
    const whole = { dtype: 'float32' as const, shape: [40], data: long(40), prints: 'tensor(…)' };
    expect(shortened(whole)).toEqual({ dtype: 'float32', shape: [40], repeats: [0, 1, 2], prints: 'tensor(…)' });
    expect(shortened({ each: [whole] })).toEqual({ each: [shortened(whole)] });
  });
  test.each([
    ['a short one', { dtype: 'float32', shape: [30], data: long(30) }],
    ['one that does not', { dtype: 'float32', shape: [40], data: [...long(39), 7] }],
    ['what is no tensor', { value: 3 }],
  ] as const)('%s is written in full', (_, expectation) => expect(shortened(expectation)).toEqual(expectation));
});
