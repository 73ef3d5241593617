import { expect, test } from 'vitest';
import { inRange } from './range.ts';

test.each([
  ['1.13.0a0', '<=1.13.1', true],
  ['1.13.1', '<=1.13.1', true],
  ['2.0', '<=1.13.1', false],
  ['2.6.0+debian', '<2.6', false],
  ['2.6.0+debian', '>=2.0 <=2.6.0', true],
  ['1.13.1', '>=2.0 <=2.6.0', false],
  ['2.14.1', '>2.6.0', true],
  ['9.9', '*', true],
])('%s in %s: %s', (version, range, is) => {
  expect(inRange(version, range)).toBe(is);
});

test.each(['', '1.13', '<', '^2.0', '<2.x'])('%j is no range', (range) => {
  expect(() => inRange('2.0', range)).toThrow(`no range of versions: ${JSON.stringify(range)}`);
});
