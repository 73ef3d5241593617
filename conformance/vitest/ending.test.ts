import { describe, expect, test, vi } from 'vitest';
import { caseOf } from '../judge/sample.ts';
import { listing, parseKnown } from '../known/index.ts';
import type { Verdict } from '../values/verdict.ts';
import { conclude, knownEnding, testEnding } from './ending.ts';

const one = caseOf({ id: 'ops/sum/a', rules: ['sum.C1'] });
const known = (text: string) => ({ file: 'known.txt', byId: listing(parseKnown(text), [one]).byId });
const wrong = { id: one.id, verdict: 'fail', reason: 'wrong_value', message: 's 2 of 3 elements differ' } as const;
const of = (verdict: Omit<Verdict, 'id'>, text?: string) =>
  testEnding(one, { id: one.id, ...verdict }, text === undefined ? undefined : known(text));

describe('a case as a test', () => {
  test('passes if it passes or follows a convention', () => {
    expect(of({ verdict: 'pass' })).toEqual({ is: 'passed' });
    expect(of({ verdict: 'convention', conventions: ['c'] })).toEqual({ is: 'passed' });
  });

  test('is skipped if the library lacks what it needs', () => {
    expect(of({ verdict: 'unsupported', message: 'op sum' })).toEqual({ is: 'skipped', why: 'unsupported: op sum' });
  });

  test('fails with its clause, what differs, and how it is run again', () => {
    const ending = of(wrong);
    expect(ending).toMatchObject({
      is: 'failed',
      message: expect.stringMatching(/^FAIL {2}ops\/sum\/a {2}wrong_value\n/),
    });
    for (const part of ['sum.C1  ', 's 2 of 3 elements differ', 'npx vitest run -t "ops/sum/a"'])
      expect(ending).toMatchObject({ message: expect.stringContaining(part) });
    for (const verdict of ['error', 'timeout', 'crash'] as const)
      expect(of({ verdict, message: 'no' })).toMatchObject({ is: 'failed' });
  });
});

describe('a known failure', () => {
  test('that fails as its line says is a test that passes', () => {
    expect(of(wrong, 'ops/sum/* # wrong_value: s 2')).toEqual({ is: 'passed' });
  });

  test('that passes, or fails otherwise, or is unsupported, is a test that fails', () => {
    for (const verdict of [{ verdict: 'pass' }, { ...wrong, reason: 'threw' }] as const)
      expect(of(verdict, 'ops/sum/a # wrong_value')).toMatchObject({
        is: 'failed',
        message: expect.stringContaining('known.txt:1'),
      });
    expect(of({ verdict: 'unsupported', message: 'op sum' }, 'ops/sum/a # threw')).toMatchObject({ is: 'failed' });
  });

  test('that is flaky may do both', () => {
    expect(of({ verdict: 'pass' }, 'ops/sum/a # flaky')).toEqual({ is: 'passed' });
    expect(of(wrong, 'ops/sum/a # flaky')).toEqual({ is: 'passed' });
  });
});

test('the faults of a file of known failures are told with their places', () => {
  expect(knownEnding('known.txt', [])).toEqual({ is: 'passed' });
  const ending = knownEnding('known.txt', parseKnown('ops/sum/a # thew\nops/sum/b\n').faults);
  expect('message' in ending && ending.message.split('\n')).toEqual([
    expect.stringMatching(/^known.txt:1:13: unknown reason "thew"/),
    expect.stringMatching(/^known.txt:2:10: expected "# reason" after ops\/sum\/b/),
  ]);
});

test('a test ends as it should: silently, skipped with a reason, or with a message and no stack of the suite', () => {
  const skip = vi.fn();
  conclude({ is: 'passed' }, skip);
  expect(skip).not.toHaveBeenCalled();
  conclude({ is: 'skipped', why: 'op sum' }, skip);
  expect(skip).toHaveBeenCalledWith('op sum');
  expect(() => conclude({ is: 'failed', message: 'no' }, skip)).toThrow(
    expect.objectContaining({ name: 'ConformanceFailure', message: 'no', stack: 'no' }),
  );
});
