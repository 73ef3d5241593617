import { describe, expect, test } from 'vitest';
import type { Dtype, Nested } from '../values/case.ts';
import { checkTensor, elementFault } from './tensor.ts';

const faults = (dtype: Dtype, shape: readonly number[], data: Nested<unknown>, requires_grad = false): string[] => {
  const found: string[] = [];
  checkTensor({ dtype, shape, data, requires_grad }, '/x', (path, message) => void found.push(`${path}: ${message}`));
  return found;
};

describe('data that fits its shape has no fault', () => {
  test.each<[Dtype, number[], Nested<unknown>]>([
    ['float32', [], 1.5],
    [
      'float32',
      [2, 2],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['int64', [0], []],
    ['bool', [2, 0], [[], []]],
    ['float64', [1, 1, 1], [[['NaN']]]],
  ])('%s %j', (dtype, shape, data) => expect(faults(dtype, shape, data)).toEqual([]));
});

describe('data that does not fit its shape', () => {
  test.each<[number[], Nested<unknown>, string]>([
    [
      [2, 3],
      [
        [1, 2, 3],
        [1, 2],
      ],
      '/x/data/1: does not fit its shape: expected a list of 3 along axis 1 of [2,3], got 2',
    ],
    [[2], 1, '/x/data: does not fit its shape: expected a list of 2 along axis 0 of [2], got 1'],
    [[], [1], '/x/data: expected one element, because the shape [] ends here, got a list'],
    [[0], [1], '/x/data: does not fit its shape: expected a list of 0 along axis 0 of [0], got 1'],
    [[1], [[1]], '/x/data/0: expected one element, because the shape [1] ends here, got a list'],
  ])('%j', (shape, data, fault) => expect(faults('float32', shape, data)).toEqual([fault]));

  test('every part that does not fit is a fault of its own', () => {
    expect(faults('float32', [2, 1], [[], [1, 2]])).toHaveLength(2);
  });
});

describe('an element of a dtype', () => {
  test.each<[Dtype, unknown]>([
    ['bool', true],
    ['uint8', 255],
    ['int8', -128],
    ['int16', 32767],
    ['int32', -2147483648],
    ['int64', 9007199254740991],
    ['int64', '9007199254740992'],
    ['int64', '-9223372036854775808'],
    ['float16', 65504],
    ['float16', 65519.9],
    ['bfloat16', 3.39e38],
    ['float32', 3.4028235e38],
    ['float32', '-0'],
    ['float64', 1.7976931348623157e308],
    ['float64', '-Infinity'],
    ['float64', 1e20],
  ])('%s may be %j', (dtype, element) => expect(elementFault(dtype, element)).toBeUndefined());

  test.each<[Dtype, unknown, RegExp]>([
    ['bool', 1, /expected true or false \(bool\), got 1/],
    ['uint8', 256, /an integer from 0 to 255 \(uint8\), got 256/],
    ['uint8', -1, /from 0 to 255/],
    ['int32', 2147483648, /from -2147483648 to 2147483647 \(int32\)/],
    ['int64', 1.5, /expected an integer \(int64\), got 1.5/],
    ['int64', true, /expected an integer \(int64\), got true/],
    ['int64', -0, /an integer has no negative zero/],
    ['int64', 2 ** 53, /beyond ±\(2\^53−1\) as text/],
    ['int64', '5', /expected the bare number 5/],
    ['int64', '-0', /expected an integer \(int64\), got "-0"/],
    ['int64', '9223372036854775808', /from -9223372036854775808 to 9223372036854775807/],
    ['int16', '99999999999999999', /from -32768 to 32767/],
    ['float32', -0, /expected "-0" as text/],
    ['float32', 3.5e38, /within float32's finite range/],
    ['float16', 65520, /within float16's finite range/],
    ['bfloat16', 3.3962e38, /within bfloat16's finite range/],
    ['float64', Number.POSITIVE_INFINITY, /beyond float64's range/],
    ['float32', 'inf', /"NaN", "Infinity", "-Infinity" or "-0", got "inf"/],
    ['float32', '12', /got "12"/],
    ['float32', false, /expected a number \(float32\), got false/],
  ])('%s may not be %j', (dtype, element, fault) => expect(elementFault(dtype, element)).toMatch(fault));
});

test('only a floating tensor asks for gradients', () => {
  expect(faults('float64', [], 1, true)).toEqual([]);
  expect(faults('int64', [], 1, true)).toEqual(['/x/requires_grad: expected a floating dtype, got int64']);
});
