import { expect, test } from 'vitest';
import { boundFor } from './bound.ts';
import { compareData, compareTensor } from './compare.ts';
import { compareElements, kept, unravel } from './elements.ts';

const exact = boundFor('exact', 'float32', 'standard');
const several = boundFor('several', 'float32', 'strict');

test('unravel gives the index of a flat position', () => {
  expect(unravel(0, [])).toEqual([]);
  expect(unravel(5, [2, 3])).toEqual([1, 2]);
  expect(unravel(7, [2, 2, 2])).toEqual([1, 1, 1]);
});

test('a difference says where, what, how far and what would have been accepted', () => {
  const { wrong, of, differences } = compareElements([1, 2], [1, 2.5], [1, 2], 'float32', several);
  expect({ wrong, of }).toEqual({ wrong: 1, of: 2 });
  expect(differences[0]).toEqual({
    index: [0, 1],
    expected: 2,
    got: 2.5,
    abs: 0.5,
    rel: 0.25,
    ulp: 2 ** 21,
    allowed: 2 * 1.3e-6,
  });
});

test('what cannot be measured is null, so that a difference is always JSON', () => {
  const [zero] = compareElements([0], [Number.NaN], [1], 'float32', several).differences;
  expect(zero).toMatchObject({ got: 'NaN', abs: null, rel: null, ulp: null });
  const [bool] = compareElements([true], [false], [], 'bool', exact).differences;
  expect(bool).toEqual({ index: [], expected: true, got: false, abs: null, rel: null, ulp: null, allowed: null });
  const [int] = compareElements([2n ** 62n], [2n ** 62n + 1n], [1], 'int64', exact).differences;
  expect(int).toMatchObject({ expected: '4611686018427387904', got: '4611686018427387905', abs: 1, ulp: null });
  const [odd] = compareElements([1n], [1.5], [1], 'int64', exact).differences;
  expect(odd).toMatchObject({ expected: 1, got: 1.5 });
});

test('the worst come first, NaN before them, and no more than are read', () => {
  const expected = new Array<number>(1000).fill(1);
  const got = expected.map((_, i) => 1 + i);
  got[500] = Number.NaN;
  const { wrong, of, differences } = compareElements(expected, got, [1000], 'float32', several);
  expect([wrong, of]).toEqual([999, 1000]);
  expect(differences).toHaveLength(kept);
  expect(differences.map((d) => d.index[0])).toEqual([500, 999, 998, 997, 996, 995, 994, 993]);
});

test('a wrong sign of zero is a difference of size 0', () => {
  const [only] = compareElements([0], [-0], [1], 'float32', exact).differences;
  expect(only).toMatchObject({ expected: 0, got: '-0', abs: 0, ulp: 0, allowed: 0 });
});

test('shape and dtype are told before elements, and elements are not compared across shapes', () => {
  const expected = { dtype: 'float32', shape: [2], data: [1, 2] } as const;
  const both = compareTensor('x', expected, { dtype: 'int32', shape: [1, 2], data: [1, 3] }, exact);
  expect(both.map((m) => [m.reason, m.message])).toEqual([
    ['wrong_shape', 'shape is [1, 2], not [2]'],
    ['wrong_dtype', 'dtype is int32, not float32'],
  ]);
  const dtype = compareTensor('x', expected, { dtype: 'int32', shape: [2], data: [1, 3] }, exact);
  expect(dtype.map((m) => m.reason)).toEqual(['wrong_dtype', 'wrong_value']);
});

test('one element out of one is not counted', () => {
  expect(compareData('x', [1], [2], [], 'float32', exact)[0]).toMatchObject({ message: 'the value differs' });
  expect(compareData('x', [1, 1], [2, 1], [2], 'float32', exact)[0]).toMatchObject({
    message: '1 of 2 elements differ',
  });
});
