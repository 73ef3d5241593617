import { describe, expect, test } from 'vitest';
import type { Verdict } from '../values/verdict.ts';
import { parseKnown } from './parse.ts';
import { endsText, failureOf, settleKnown } from './settle.ts';

const settled = (line: string, verdict: Omit<Verdict, 'id'>): Verdict =>
  settleKnown({ id: 'a/b/c', ...verdict }, parseKnown(`\na/b/c # ${line}`).lines[1]!.entry!, 'known.txt');
const wrong = { verdict: 'fail', reason: 'wrong_value', message: 's 2 of 3\nelements  differ' } as const;

test('a case that fails as its line says is an xfail, and stays what it was besides', () => {
  expect(settled('wrong_value | https://example.org', wrong)).toEqual({
    ...{ id: 'a/b/c', ...wrong, verdict: 'xfail' },
    known: { reason: 'wrong_value', place: 'known.txt:2', url: 'https://example.org' },
  });
  expect(settled('wrong_value: s 2 of 3 elements', wrong).verdict).toBe('xfail');
  for (const verdict of ['error', 'timeout', 'crash'] as const)
    expect(settled(verdict, { verdict, message: 'no' }).verdict).toBe('xfail');
});

test('a case that passes, or follows a convention, is an xpass', () => {
  expect(settled('wrong_value', { verdict: 'pass' })).toEqual({
    ...{ id: 'a/b/c', verdict: 'xpass', known: { reason: 'wrong_value', place: 'known.txt:2' } },
    message: 'known.txt:2 lists it as wrong_value, and it passes now: remove it from there',
  });
  expect(settled('threw', { verdict: 'convention', conventions: ['c'] })).toMatchObject({
    ...{ verdict: 'xpass', conventions: ['c'] },
    message: 'known.txt:2 lists it as threw, and it follows a convention now: remove it from there',
  });
});

describe('a line is untrue, and the verdict stays', () => {
  const untrue = (line: string, verdict: Omit<Verdict, 'id'>): string | undefined => {
    const { verdict: after, known } = settled(line, verdict);
    expect(after).toBe(verdict.verdict);
    return known?.untrue;
  };
  test('if the case fails for another reason', () => {
    expect(untrue('threw', wrong)).toBe(
      'known.txt:2 lists it as threw, and it fails as wrong_value now: s 2 of 3 elements differ',
    );
    expect(untrue('wrong_value', { verdict: 'crash', message: 'x'.repeat(1e6) })).toMatch(/fails as crash now: x+…$/);
  });
  test('if its message begins otherwise', () => {
    expect(untrue('wrong_value: t 2', wrong)).toBe(
      'known.txt:2 lists it as wrong_value: "t 2", and its message is now "s 2 of 3 elements differ"',
    );
  });
  test('if it is unsupported', () => {
    for (const reason of ['wrong_value', 'flaky'])
      expect(untrue(reason, { verdict: 'unsupported', message: 'op sum' })).toBe(
        `known.txt:2 lists it as ${reason}, and it is unsupported now: op sum`,
      );
  });
  test('if it is flaky, and the line does not say so', () => {
    expect(untrue('wrong_value', { ...wrong, ends: { wrong_value: 2, pass: 1 } })).toBe(
      'known.txt:2 lists it as wrong_value, and it is flaky: wrong_value 2 times, pass once',
    );
  });
});

test('a flaky case passes or is an xfail, and says that it is flaky', () => {
  const known = { reason: 'flaky', place: 'known.txt:2' };
  expect(settled('flaky races', { verdict: 'pass' })).toEqual({ id: 'a/b/c', verdict: 'pass', known });
  expect(settled('flaky races', { ...wrong, ends: { pass: 1, wrong_value: 1 } })).toMatchObject({
    ...{ verdict: 'xfail', reason: 'wrong_value', known },
  });
});

test('only what fails has a name for how', () => {
  expect(failureOf({ id: 'a', ...wrong })).toBe('wrong_value');
  expect(failureOf({ id: 'a', verdict: 'timeout' })).toBe('timeout');
  for (const verdict of ['pass', 'convention', 'unsupported', 'xfail'] as const)
    expect(failureOf({ id: 'a', verdict })).toBeUndefined();
  expect(endsText({ pass: 1, threw: 2 })).toBe('pass once, threw 2 times');
});
