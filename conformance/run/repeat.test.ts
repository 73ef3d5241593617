import { expect, test } from 'vitest';
import type { Verdict } from '../values/verdict.ts';
import { mergeRuns } from './repeat.ts';

const wrong = { verdict: 'fail', reason: 'wrong_value', message: 's differs' } as const;
const merged = (...ends: Omit<Verdict, 'id'>[]): Verdict => mergeRuns(ends.map((end) => [{ id: 'a/b/c', ...end }]))[0]!;

test('a case that always ends alike keeps its first verdict', () => {
  expect(merged({ verdict: 'pass', notes: ['first'] }, { verdict: 'pass', notes: ['second'] })).toEqual({
    ...{ id: 'a/b/c', verdict: 'pass', notes: ['first'] },
  });
  expect(merged(wrong, { ...wrong, message: 's differs elsewhere' })).toEqual({ id: 'a/b/c', ...wrong });
});

test('a case that fails once fails, and says how often it ended how', () => {
  expect(merged({ verdict: 'pass' }, wrong, { verdict: 'timeout', message: 'no answer' })).toEqual({
    ...{ id: 'a/b/c', ...wrong, ends: { pass: 1, wrong_value: 1, timeout: 1 } },
    notes: ['does not always end alike: pass once, wrong_value once, timeout once'],
  });
});

test('another reason is another end', () => {
  expect(merged({ ...wrong, notes: ['x'] }, { ...wrong, reason: 'wrong_shape' })).toMatchObject({
    ...{ reason: 'wrong_value', ends: { wrong_value: 1, wrong_shape: 1 } },
    notes: ['x', 'does not always end alike: wrong_value once, wrong_shape once'],
  });
});

test('a case that never fails, but cannot always run, is an error', () => {
  expect(merged({ verdict: 'pass' }, { verdict: 'pass' }, { verdict: 'unsupported', message: 'op' })).toEqual({
    ...{ id: 'a/b/c', verdict: 'error', ends: { pass: 2, unsupported: 1 } },
    message: 'does not always end alike: pass 2 times, unsupported once',
  });
});

test('each case is merged for itself, in the order of the cases', () => {
  const run = (verdict: 'pass' | 'crash'): Verdict[] => [
    { id: 'a', verdict: 'pass' },
    { id: 'b', verdict },
  ];
  expect(mergeRuns([run('pass'), run('crash')]).map(({ id, verdict }) => [id, verdict])).toEqual([
    ['a', 'pass'],
    ['b', 'crash'],
  ]);
});
