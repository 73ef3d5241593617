import { describe, expect, test } from 'vitest';
import { wrongValue } from '../reporters/report-sample.ts';
import type { Verdict } from '../values/verdict.ts';
import { compareResults, isWorse } from './compare.ts';
import { resultsOf } from './sample.ts';

const wrongShape = { ...wrongValue, reason: 'wrong_shape' } as const;
const pass = { verdict: 'pass' } as const;
const convention = { verdict: 'convention', conventions: ['c'] } as const;
const unsupported = { verdict: 'unsupported', message: 'op' } as const;
const timeout = { verdict: 'timeout', message: 'no answer' } as const;
const known = { known: { reason: 'timeout', place: 'k:1' } } as const;
const xfail = { ...known, verdict: 'xfail' } as const;
const xpass = { ...known, verdict: 'xpass' } as const;

/** In which list a case lands, how it is told, and whether the new run is worse. */
const compared = (before: Partial<Verdict>, after: Partial<Verdict>): [string, string, boolean] | undefined => {
  const comparison = compareResults(resultsOf([before]), resultsOf([after]));
  const { newlyFailing, newlyPassing, changed, unlisted, other } = comparison;
  const lists = Object.entries({ newlyFailing, newlyPassing, changed, unlisted, other }).filter(
    ([, list]) => list.length > 0,
  );
  expect(lists.length).toBeLessThan(2);
  const [name, [change]] = lists[0] ?? ['', []];
  return change && [name, `${change.before} → ${change.after}`, isWorse(comparison)];
};

test('what ends as before is no change', () => {
  for (const verdict of [pass, wrongValue, xfail, unsupported]) expect(compared(verdict, verdict)).toBeUndefined();
  expect(compared(wrongValue, { ...wrongValue, message: 'differs otherwise' })).toBeUndefined();
});

test('what fails newly is a regression', () => {
  expect(compared(pass, wrongValue)).toEqual(['newlyFailing', 'pass → fail (wrong_value)', true]);
  expect(compared(convention, timeout)).toEqual(['newlyFailing', 'convention → timeout', true]);
  expect(compared(unsupported, wrongValue)).toEqual(['newlyFailing', 'unsupported → fail (wrong_value)', true]);
  expect(compared(xpass, timeout)).toEqual(['newlyFailing', 'xpass → timeout', true]);
});

test('what passed and can no longer run is a regression', () => {
  expect(compared(pass, unsupported)).toEqual(['newlyFailing', 'pass → unsupported', true]);
});

test('what failed and passes is none', () => {
  expect(compared(wrongValue, pass)).toEqual(['newlyPassing', 'fail (wrong_value) → pass', false]);
  expect(compared(xfail, convention)).toEqual(['newlyPassing', 'xfail (timeout) → convention', false]);
  expect(compared(xfail, xpass)).toEqual(['newlyPassing', 'xfail (timeout) → xpass', false]);
});

test('what fails in another way is told, and is none', () => {
  expect(compared(wrongValue, wrongShape)).toEqual(['changed', 'fail (wrong_value) → fail (wrong_shape)', false]);
  expect(compared(wrongValue, timeout)).toEqual(['changed', 'fail (wrong_value) → timeout', false]);
});

test('what was known, and fails as before without being listed, is told apart and is none', () => {
  expect(compared(xfail, timeout)).toEqual(['unlisted', 'xfail (timeout) → timeout', false]);
  expect(compared(xfail, wrongValue)).toEqual(['changed', 'xfail (timeout) → fail (wrong_value)', false]);
  const valued = { ...wrongValue, ...known, verdict: 'xfail' } as const;
  expect(compared(valued, wrongValue)).toEqual(['unlisted', 'xfail (wrong_value) → fail (wrong_value)', false]);
});

test('what is listed as known, or only supported, now is told, and is none', () => {
  expect(compared(timeout, xfail)).toEqual(['other', 'timeout → xfail (timeout)', false]);
  expect(compared(pass, xfail)).toEqual(['other', 'pass → xfail (timeout)', false]);
  expect(compared(unsupported, pass)).toEqual(['other', 'unsupported → pass', false]);
  expect(compared(wrongValue, unsupported)).toEqual(['other', 'fail (wrong_value) → unsupported', false]);
});

describe('cases that only one run has', () => {
  const before = resultsOf([{ id: 'a/b/gone' }, { id: 'a/b/stays' }]);
  const after = resultsOf([{ id: 'a/b/stays' }, { id: 'a/b/new', ...wrongValue }]);
  test('are named', () => {
    expect(compareResults(before, after)).toMatchObject({ added: ['a/b/new'], removed: ['a/b/gone'] });
  });
  test('make a run of the same suite worse where they are gone, since they were not run', () => {
    expect(isWorse(compareResults(before, after))).toBe(true);
    const grown = { ...after, suite: { ...after.suite, digest: 'b'.repeat(64) } };
    expect(isWorse(compareResults(before, grown))).toBe(false);
  });
});
