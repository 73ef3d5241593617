import { expect, test } from 'vitest';
import { caseOf, op } from '../judge/sample.ts';
import type { Verdict } from '../values/verdict.ts';
import { columnOf, featureTallies, tallyOf } from './tally.ts';

const flaky = { reason: 'flaky', place: 'known.txt:1' } as const;
const adapted = { notes: ['adapted by the adapter: T'] };
const composed = { notes: ['done by the suite: optim.SGD', 'composed by the adapter: std'] };

test.each<[Omit<Verdict, 'id'>, string]>([
  [{ verdict: 'pass' }, 'passed'],
  [{ verdict: 'pass', notes: ['int32 stands in for int64'] }, 'passed'],
  [{ verdict: 'xpass' }, 'passed'],
  [{ verdict: 'pass', ...composed }, 'composed'],
  [{ verdict: 'pass', ...adapted }, 'adapted'],
  [{ verdict: 'pass', notes: [...composed.notes, ...adapted.notes] }, 'composed'],
  [{ verdict: 'xfail', reason: 'threw', ...adapted }, 'failed'],
  [{ verdict: 'fail', reason: 'threw', ...composed }, 'failed'],
  [{ verdict: 'xfail', reason: 'threw' }, 'failed'],
  [{ verdict: 'error' }, 'failed'],
  [{ verdict: 'timeout' }, 'failed'],
  [{ verdict: 'crash' }, 'failed'],
  [{ verdict: 'convention', conventions: ['c'], ...composed }, 'convention'],
  [{ verdict: 'unsupported' }, 'unsupported'],
])('%j is counted as %s', (verdict, column) => {
  expect(columnOf({ id: 'a', ...verdict })).toBe(column);
});

test('what is flaky fails, however it ended this time', () => {
  for (const verdict of ['pass', 'xfail', 'convention'] as const)
    expect(columnOf({ id: 'a', verdict, known: flaky })).toBe('failed');
});

test('features are tallied in the order of the alphabet, and every case once', () => {
  const cases = ['sum.C1', 'exp.C1', 'sum.C2'].map((rule, i) =>
    caseOf({ id: `ops/n/${i}`, rules: [rule], ops: [op('sum', ['x'])] }),
  );
  const verdicts: Verdict[] = cases.map(({ id }, i) => ({ id, verdict: i === 2 ? 'xfail' : 'pass' }));
  const groups = featureTallies({ cases: verdicts }, cases);
  expect(groups.map(([feature, { passed, failed }]) => [feature, passed, failed])).toEqual([
    ['arithmetic', 1, 0],
    ['reductions', 1, 1],
  ]);
  expect(tallyOf(verdicts)).toEqual({ passed: 2, adapted: 0, composed: 0, failed: 1, convention: 0, unsupported: 0 });
});
