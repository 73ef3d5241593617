import { expect, test } from 'vitest';
import type { Host, Observation } from '../../values/observation.ts';
import { sameObservation, sameValue } from './same-observation.ts';

test.each<[number | bigint | boolean, number | bigint | boolean, boolean]>([
  [1, 1n, true],
  [1n, 1, true],
  [1n, 2, false],
  [1n, 1.5, false],
  [1n, Number.NaN, false],
  [1n, true, false],
  [2n ** 53n + 1n, 2 ** 53, false],
  [0, -0, false],
  [Number.NaN, Number.NaN, true],
  [true, 1, false],
])('%s and %s: %s', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same);
  expect(sameValue(b, a)).toBe(same);
});

test('values of the host are the same by what they hold', () => {
  const host = (value: Host): Observation => ({ kind: 'host', value });
  expect(sameObservation(host([[2, 0], []]), host([[2, 0], []]))).toBe(true);
  expect(sameObservation(host([2, { float: 1 }]), host([2, { float: 1 }]))).toBe(true);
  expect(sameObservation(host([0]), host([-0]))).toBe(false);
  expect(sameObservation(host([2]), host([2, 2]))).toBe(false);
  expect(sameObservation(host({ float: 1 }), host(1))).toBe(false);
});
