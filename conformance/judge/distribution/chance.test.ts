import { expect, test } from 'vitest';
import { atMost, bernstein, chernoff, chiSquare, massart, poisson } from './chance.ts';

// Source: the exact tails, by mpmath at 50 digits. A bound is never below them, and not far above.
test.each<[string, number, number]>([
  ['52 heads of 100', chernoff(100, 52, 0.5), 0.7644],
  ['90 heads of 100', chernoff(100, 90, 0.5), 3.0633e-17],
  ['nothing of 10,000 where 27 are due', chernoff(10_000, 0, 0.0027), 1.8172e-12],
  ['30 or more where 10 are due', poisson(30, 10), 2.51e-7],
  ['χ² = 150 over 63', chiSquare(150, 63), 4.68e-9],
  ['χ² = 20 over 63', chiSquare(20, 63), 4.45e-8],
  ['√n·D = 2.7', massart(10_000, 0.027), 9.31e-7],
  ['a mean of uniform numbers 6 deviations off', bernstein(10_000, 6 * Math.sqrt(1 / 3 / 10_000), 1 / 3, 1), 2e-9],
])('%s', (_, bound, exact) => {
  expect(bound).toBeGreaterThanOrEqual(exact * 0.99);
  expect(Math.log10(bound / exact)).toBeLessThan(5);
});

test('what is due is no surprise', () => {
  expect([chernoff(100, 50, 0.5), poisson(10, 10), chiSquare(63, 63), massart(100, 0), bernstein(9, 0, 1, 1)]).toEqual([
    1, 1, 1, 1, 1,
  ]);
  expect([atMost(3, 10), atMost(30, 10)]).toEqual([1, poisson(30, 10)]);
});
