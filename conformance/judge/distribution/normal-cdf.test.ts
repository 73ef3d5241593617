import { expect, test } from 'vitest';
import { nearNormalCdf, normalCdf } from './normal-cdf.ts';

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

test('its table gives nine digits', () => {
  for (let z = -9; z < 9; z += 0.0137) expect(nearNormalCdf(z)).toBeCloseTo(normalCdf(z), 9);
  expect(nearNormalCdf(8)).toBe(1);
  expect(nearNormalCdf(Number.NaN)).toBeNaN();
});
