import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import type { Verdict } from '../values/verdict.ts';
import { flakyLines, untrueLines } from './known.ts';

const paint = picocolors.createColors(false);
const known = { reason: 'wrong_value', place: 'k:1' } as const;
const flaky = { reason: 'flaky', place: 'k:2' } as const;

test('a known failure that passes or cannot run is told in a sentence, others are not told here', () => {
  const verdicts: Verdict[] = [
    { id: 'a/b/c', verdict: 'xpass', message: 'k:1 lists it, and it passes\u001b[0m now', known },
    { id: 'a/b/d', verdict: 'unsupported', message: 'op', known: { ...known, untrue: 'k:2 lists it' } },
    { id: 'a/b/e', verdict: 'fail', reason: 'threw', known: { ...known, untrue: 'k:3 lists it' } },
    { id: 'a/b/f', verdict: 'xfail', known },
    { id: 'a/b/g', verdict: 'unsupported', message: 'op' },
  ];
  expect(untrueLines(verdicts, paint)).toEqual([
    ...['', '2 known failures no longer as listed (--update-known rewrites the list)'],
    '  a/b/c\n    k:1 lists it, and it passes\\x1b[0m now',
    '  a/b/d\n    k:2 lists it',
  ]);
  expect(untrueLines(verdicts.slice(3), paint)).toEqual([]);
});

test('a flaky case is told whatever it did', () => {
  const verdicts: Verdict[] = [
    { id: 'a/b/c', verdict: 'pass', known: flaky },
    { id: 'a/b/d', verdict: 'xfail', reason: 'wrong_value', message: 's differs', known: flaky },
    { id: 'a/b/e', verdict: 'xfail', message: 'no answer', known: flaky },
    { id: 'a/b/f', verdict: 'xfail', reason: 'threw', known: flaky, ends: { pass: 2, threw: 1 } },
    { id: 'a/b/g', verdict: 'pass' },
    { id: 'a/b/h', verdict: 'unsupported', message: 'op', known: { ...flaky, untrue: 'k:2 lists it' } },
  ];
  expect(flakyLines(verdicts, paint)).toEqual([
    ...['', 'Flaky, as listed: 4 cases', '  a/b/c  passed this time', '  a/b/d  failed this time: wrong_value'],
    ...['  a/b/e  failed this time: no answer', '  a/b/f  pass 2 times, threw once'],
  ]);
  expect(flakyLines(verdicts.slice(4), paint)).toEqual([]);
});
