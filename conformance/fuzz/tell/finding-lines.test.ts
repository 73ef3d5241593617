import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import { caseOf, op } from '../../judge/sample.ts';
import type { Verdict } from '../../values/verdict.ts';
import { type FindingReport, findingLines, sameLines, sourceOf } from './finding-lines.ts';

const paint = picocolors.createColors(false);
const steps = (count: number) => Array.from({ length: count }, (_, i) => op('exp', ['x'], `y${i}`));
const raised = (at: number, name: string, said: string): Verdict => {
  const message = `op ${at} (${name}) raised: ${said}`;
  return {
    id: 'a/b/c',
    verdict: 'fail',
    reason: 'threw',
    message,
    mismatches: [{ reason: 'threw', name: 'error', message }],
  };
};
const told = (count: number, verdict: Verdict, more: Partial<FindingReport> = {}): FindingReport => ({
  ...{ head: 'exp  threw', case: caseOf({ id: 'fuzz/exp/threw', ops: steps(count) }), verdict },
  ...{ file: 'out/exp-threw.json', rerun: 'npx tconf run --fixtures out/exp-threw.json', ...more },
});

test('what raises with the same words, but for numbers, comes down to the same', () => {
  const of = (...given: Parameters<typeof raised>) => sourceOf(told(3, raised(...given)));
  expect(of(0, 'exp', 'shape 2,3')).toBe(of(2, 'exp', 'shape 7'));
  expect(of(0, 'exp', 'no')).not.toBe(of(0, 'exp', 'yes'));
  expect(of(0, 'exp', 'no')).not.toBe(of(0, 'log', 'no'));
});

test('what kills a worker comes down to how, and a value to nothing that is plain', () => {
  expect(sourceOf(told(1, { id: 'a', verdict: 'crash', message: 'exit 3' }))).toBe('crash exit #');
  expect(sourceOf(told(1, { id: 'a', verdict: 'fail', reason: 'wrong_value', message: 'y0 differs' }))).toBeUndefined();
});

test('a finding like one before is told in three lines', () => {
  expect(sameLines(told(1, raised(0, 'exp', 'no')), 'gradients/unary  threw', paint)).toEqual([
    ...[
      'FINDING  exp  threw  as gradients/unary  threw',
      '  op 0 (exp) raised: no',
      '  written  out/exp-threw.json',
      '',
    ],
  ]);
});

test('a short program is told in both languages, a long one in three lines and where it is whole', () => {
  const short = findingLines(told(2, raised(0, 'exp', 'no')), paint);
  expect(short.filter((line) => /^ {2}(Python|TypeScript)$/.test(line))).toHaveLength(2);
  const long = findingLines(told(60, raised(0, 'exp', 'no')), paint);
  expect(long.length).toBeLessThan(12);
  expect(long).toContain('  │ whole: npx tconf show fuzz/exp/threw --fixtures out/exp-threw.json');
});

test('a long program that stands in no file is told whole', () => {
  const { file: _, ...unwritten } = told(60, raised(0, 'exp', 'no'));
  expect(findingLines(unwritten, paint).join('\n')).toContain('y59 = ');
});
