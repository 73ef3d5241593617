import { expect, test } from 'vitest';
import { mergedRun } from './environment.ts';

const one = { began: '2026-01-02T00:00:00.000Z', duration: 5, node: '22.1.0', os: 'Linux 6 x64', device: '2 × CPU' };
const other = { ...one, began: '2026-01-01T00:00:00.000Z', duration: 7, os: 'Darwin 24 arm64' };

test('parts that were run in several places name all of them, and take as long as all together', () => {
  expect(mergedRun([one, other, one])).toEqual({
    ...{ began: other.began, duration: 17, node: '22.1.0' },
    ...{ os: 'Linux 6 x64, Darwin 24 arm64', device: '2 × CPU' },
  });
});

test('parts of which one does not say how it was run say nothing together', () => {
  expect(mergedRun([one, undefined])).toBeUndefined();
  expect(mergedRun([])).toBeUndefined();
});
