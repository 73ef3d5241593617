import { expect, test } from 'vitest';
import { reportOf } from '../reporters/report-sample.ts';
import { resultsOf } from '../results/sample.ts';
import type { Verdict } from '../values/verdict.ts';
import { type Board, page } from './page.ts';

const verdicts: Partial<Verdict>[] = [{}, { verdict: 'xfail', reason: 'threw' }, { verdict: 'unsupported' }];
const board = (over: Partial<Board> = {}): Board => ({
  suite: { version: '0.1.0', digest: 'a'.repeat(64) },
  cases: reportOf(verdicts).cases,
  date: '2026-01-31',
  entries: [
    { name: 'PyTorch', absent: 'not installed' },
    { results: resultsOf(verdicts), findings: [{ title: '`a` is wrong', link: 'f.md#a-is-wrong', cases: 1 }] },
  ],
  ...over,
});

test('a scoreboard says what was run, when, and how each library fares', () => {
  const text = page(board());
  expect(text).toContain('Suite 0.1.0 (`aaaaaaaaaaaa`), 3 cases, 2026-01-31.');
  expect(text).toContain('| [tensors](#tensors) | 1.2.3 | 1 |  |  | 1 |  | 1 | 1 |');
  expect(text).toContain('| PyTorch | not installed |  |  |  |  |  |  |  |');
  expect(text).toContain('| reductions | 1 |  |  |  |  | 1 |');
  expect(text).toContain('| arithmetic |  |  |  | 1 |  |  |');
  expect(text).toContain('- [`a` is wrong](f.md#a-is-wrong): 1 case\n');
});

test('each version of PyTorch has a column', () => {
  const earlier = [{ until: '2.6.0', expected: { names: { x: { value: 1 } } } }];
  const cases = reportOf(verdicts).cases.map((c, i) => ({ ...c, earlier: i === 0 ? earlier : [] }));
  const of = (version: string, own: typeof verdicts) => ({
    results: { ...resultsOf(own), adapter: { name: 'pytorch', version } },
    findings: [],
  });
  const all = [{}, {}, {}];
  const text = page(board({ cases, entries: [of('2.14.1', all), of('2.6.0', all), of('1.13.0a0', verdicts)] }));
  expect(text.split('## PyTorch\n\n')[1]!.split('\n').slice(0, 8)).toEqual([
    '|  | 1.13.0a0 | 2.6.0 | 2.14.1 |',
    '| --- | ---: | ---: | ---: |',
    '| **passed** | 1 | 3 | 3 |',
    '| of these as its version gave it | 1 | 1 |  |',
    '| **failed** | 1 |  |  |',
    '| **came with a later version** | 1 |  |  |',
    '| arithmetic |  | 1 | 1 |',
    '| reductions | 1 | 2 | 2 |',
  ]);
  expect(text.match(/^## /gm)).toHaveLength(1);
  expect(text.match(/^\| \[pytorch\]\(#pytorch\) /gm)).toHaveLength(3);
});

test('the same runs give the same text', () => {
  expect(page(board())).toBe(page(board()));
});

test('the name of a library marks nothing up', () => {
  const results = { ...resultsOf(verdicts), adapter: { name: '<b>|`x`', version: '*1*' } };
  const text = page(board({ entries: [{ results, findings: [] }] }));
  expect(text).not.toMatch(/<b>|\*1\*/);
  expect(
    text
      .split('\n')
      .filter((line) => line.startsWith('| '))
      .map((line) => line.split(' | ').length),
  ).toEqual([...[9, 9, 9], ...[7, 7, 7, 7]]);
});
