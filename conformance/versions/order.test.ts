import { expect, test } from 'vitest';
import { compareVersions } from './order.ts';

test.each([
  ['1.13.1', '2.6.0', -1],
  ['2.14.1', '2.6.0', 1],
  ['2.6.0+debian', '2.6.0', 0],
  ['1.13.0a0', '1.13.1', -1],
  ['1.13.0a0', '2.0', -1],
  ['2.0', '2.0.0', 0],
  ['2.14.1+debian', '2.14', 1],
] as const)('%s and %s are in the order of their numbers', (a, b, sign) => {
  expect(Math.sign(compareVersions(a, b))).toBe(sign);
  expect(Math.sign(compareVersions(b, a))).toBe(sign === 0 ? 0 : -sign);
});
