import { describe, expect, test } from 'vitest';
import { fixed, scientific, whole } from './number.ts';

describe('fixed', () => {
  test.each([
    [0.5, '0.5000'],
    [-1.99995, '-1.9999'],
    [100.125, '100.1250'],
    [0, '0.0000'],
    [-0, '-0.0000'],
    [Number.NaN, 'nan'],
    [Infinity, 'inf'],
    [-Infinity, '-inf'],
  ])('writes %d as %s', (x, text) => expect(fixed(x)).toBe(text));

  test('sends exact halves to the even digit, and nothing else', () => {
    expect(fixed(0.03125)).toBe('0.0312');
    expect(fixed(0.09375)).toBe('0.0938');
    expect(fixed(-0.03125)).toBe('-0.0312');
    expect(fixed(0.03125000001)).toBe('0.0313');
    expect((0.03125).toFixed(4)).toBe('0.0313'); // what JavaScript does by itself
  });
});

describe('scientific', () => {
  test.each([
    [123456.789, '1.2346e+05'],
    [1e-5, '1.0000e-05'],
    [-1e200, '-1.0000e+200'],
    [5e-324, '4.9407e-324'],
    [0, '0.0000e+00'],
    [-0, '-0.0000e+00'],
    [Number.NaN, 'nan'],
  ])('writes %d as %s', (x, text) => expect(scientific(x)).toBe(text));

  test('sends exact halves to the even digit, and nothing else', () => {
    expect(scientific(100005)).toBe('1.0000e+05');
    expect(scientific(100015)).toBe('1.0002e+05');
    expect(scientific(-100005)).toBe('-1.0000e+05');
    expect(scientific(1.00005)).toBe('1.0001e+00'); // a little more than half, as a double
    expect(scientific(100005.00000001)).toBe('1.0001e+05');
  });
});

test('whole writes integers without a point', () => {
  expect([3, -20, -0, Number.NaN, -Infinity].map(whole)).toEqual(['3', '-20', '-0', 'nan', '-inf']);
});
