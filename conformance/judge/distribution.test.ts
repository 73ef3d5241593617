import { expect, test } from 'vitest';
import { critical, kolmogorovSmirnov, normalCdf } from './distribution.ts';

// Source: mpmath.ncdf at 50 digits.
test.each([
  [0, 0.5],
  [1, 0.8413447460685429],
  [-1, 0.15865525393145705],
  [1.959963984540054, 0.975],
  [-3.5, 0.000232629079035525],
  [6, 0.9999999990134123],
  [-9, 0],
  [9, 1],
])('the normal distribution function at %d is %d', (z, p) => {
  expect(normalCdf(z)).toBeCloseTo(p, 14);
});

test('the statistic is the largest gap, scaled by the root of n', () => {
  const uniform = { uniform: { low: 0, high: 2 } };
  expect(kolmogorovSmirnov([1], uniform)).toBeCloseTo(0.5, 15);
  expect(kolmogorovSmirnov([2, 2, 2, 2], uniform)).toBeCloseTo(2, 15);
  expect(kolmogorovSmirnov([0.25, 0.75, 1.25, 1.75], uniform)).toBeCloseTo(0.25, 15);
  expect(kolmogorovSmirnov([-1, 3], uniform)).toBeCloseTo(Math.SQRT1_2, 15);
});

/** A small generator with a long period (mulberry32), so that the sample is random but the test is not. */
const draws = (seed: number, n: number): number[] => {
  let state = seed;
  return Array.from({ length: n }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  });
};
const normals = (seed: number, n: number): number[] => {
  const u = draws(seed, 2 * n);
  return Array.from(
    { length: n },
    (_, i) => Math.sqrt(-2 * Math.log(1 - u[2 * i]!)) * Math.cos(2 * Math.PI * u[2 * i + 1]!),
  );
};

test('samples of the distribution stay below the critical value', () => {
  const normal = { normal: { mean: 1, std: 2 } };
  for (let seed = 0; seed < 50; seed++) {
    expect(
      kolmogorovSmirnov(
        normals(seed, 2000).map((z) => 1 + 2 * z),
        normal,
      ),
    ).toBeLessThan(critical);
    expect(kolmogorovSmirnov(draws(seed, 2000), { uniform: { low: 0, high: 1 } })).toBeLessThan(critical);
  }
});

test('a wrong mean, a wrong spread and a wrong family do not', () => {
  const normal = { normal: { mean: 0, std: 1 } };
  const z = normals(7, 10000);
  expect(
    kolmogorovSmirnov(
      z.map((v) => v + 0.1),
      normal,
    ),
  ).toBeGreaterThan(critical);
  expect(
    kolmogorovSmirnov(
      z.map((v) => v * 1.15),
      normal,
    ),
  ).toBeGreaterThan(critical);
  expect(
    kolmogorovSmirnov(
      draws(7, 10000).map((u) => (u - 0.5) * Math.sqrt(12)),
      normal,
    ),
  ).toBeGreaterThan(critical);
});
