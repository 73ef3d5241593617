import { expect, test } from 'vitest';
import type { Case, Expectation } from '../../../values/case.ts';
import { isNeedless } from './needless.ts';

const holds = (value: number): Expectation => ({ value });
const gives = (until: string, x: Expectation): Case => ({
  id: 'ops/sample/of-a-number',
  source: 'pytorch-2.14.1',
  file: 'fixtures/ops/sample.json',
  title: { en: 'a number' },
  rules: [],
  inputs: {},
  ops: [],
  expected: { names: { x: holds(2) } },
  conventions: [],
  earlier: [{ until, expected: { names: { x } } }],
});
const seen = (value: number) => ({ status: 'result', values: { x: { kind: 'host', value } } }) as const;

test('what a version gives today as well needs no entry of its own', () => {
  expect(isNeedless(gives('1.13.1', holds(1)), '1.13.1', seen(2), {})).toBe(true);
  expect(isNeedless(gives('1.13.1', holds(1)), '1.13.1', seen(1), {})).toBe(false);
  expect(isNeedless(gives('1.13.1', holds(1)), '2.6.0', seen(2), {})).toBe(false);
});

test('what it gives on some processors alone does', () => {
  const either = { either: [holds(1), holds(2)] };
  expect(isNeedless(gives('1.13.1', either), '1.13.1', seen(2), {})).toBe(false);
});
