import { expect, test } from 'vitest';
import type { Expectation, Step } from '../values/case.ts';
import { bluntness } from './bluntness.ts';
import { caseOf, op } from './sample.ts';

const summed = [op('sum', ['x'], 's')];
const float32 = (data: Expectation['data'], more: Partial<Expectation> = {}): Expectation => ({
  dtype: 'float32',
  shape: Array.isArray(data) ? [data.length] : [],
  data: data!,
  ...more,
});
const of = (s: Expectation, ops: readonly Step[] = summed) => bluntness(caseOf({ ops, names: { s } }));

test('a number that its own tolerance accepts 1 % off is blunt, with its place', () => {
  const [only, ...others] = of(float32([3, 0.0001]));
  expect([only, others]).toMatchObject([{ name: 's', index: [1], value: 0.0001 }, []]);
  expect(only!.allowed).toBeCloseTo(3 * 1.3e-6, 15);
  expect(of(float32(3))).toEqual([]);
  expect(of(float32(3, { tolerance: { abs: 0.1, why: 'K=2' } }))).toHaveLength(1);
  expect(of(float32(3, { tolerance: { rtol: 1e-3, atol: 0 } }))).toEqual([]);
  expect(of(float32(0.0001, { tolerance: { ulp: 4 } }))).toEqual([]);
});

test('zero, infinities, NaN and ints are never blunt', () => {
  expect(of(float32([0, 'NaN', 'Infinity', '-Infinity', '-0']))).toEqual([]);
  expect(of({ dtype: 'int64', shape: [1], data: [5], tolerance: { abs: 9, why: '' } })).toEqual([]);
  expect(of({ value: 5 })).toEqual([]);
});

test('what is exact is sharp, and a bfloat16 of several ops is not', () => {
  expect(of(float32(1e-9), [op('reshape', ['x'], 's', { shape: [1] })])).toEqual([]);
  expect(of({ dtype: 'float64', shape: [], data: 5e-324, tolerance: 'exact' })).toEqual([]);
  const twice = [...summed, op('exp', ['s'], 's')];
  expect(of({ dtype: 'bfloat16', shape: [], data: 3 }, twice)).toHaveLength(1);
  expect(of({ dtype: 'bfloat16', shape: [], data: 3, tolerance: { ulp: 1 } })).toEqual([]);
});

test('host floats, parts of sequences, alternatives and conventions are looked at too', () => {
  const item = [...summed, op('item', ['s'], 'i')];
  expect(
    bluntness(caseOf({ ops: item, names: { i: { value: 0.5, tolerance: { rtol: 0.1, atol: 0 } } } })),
  ).toHaveLength(1);
  expect(bluntness(caseOf({ ops: item, names: { i: { value: { float: 3 } } } }))).toEqual([]);
  const tuple = [...summed, op('tuple', ['x', 's'], 't')];
  const each = [float32([1, 0.0001]), float32([1, 0.0001])];
  expect(bluntness(caseOf({ ops: tuple, names: { t: { each } } })).map((b) => b.name)).toEqual(['t[1]']);
  expect(bluntness(caseOf({ ops: [op('mse_loss', ['x', 'x'], 't')], names: { t: { each } } }))).toHaveLength(2);
  expect(of({ either: [float32(3), float32([1, 0.0001])] })).toHaveLength(1);
  const conventions = [{ id: 'other', expected: { names: { s: float32([1, 0.0001]) } } }];
  expect(bluntness(caseOf({ ops: summed, names: { s: float32(3) }, conventions }))).toHaveLength(1);
});

test('the same element is told once', () => {
  expect(of({ either: [float32([1, 0.0001]), float32([1, 0.0001])] })).toHaveLength(1);
});
