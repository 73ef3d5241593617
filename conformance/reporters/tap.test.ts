import { Parser, type Result } from 'tap-parser';
import { expect, test } from 'vitest';
import { context, hostileReport } from './hostile-sample.ts';
import type { Report } from './report.ts';
import { reportOf, wrongValue } from './report-sample.ts';
import { tap } from './tap.ts';

/** What a TAP consumer reads, strictly: anything that is no TAP is a failure of its own. */
const parsed = (report: Report) => {
  const points: Result[] = [];
  const parser = new Parser({ strict: true });
  parser.on('assert', (point: Result) => void points.push(point));
  const extra: string[] = [];
  parser.on('extra', (text: string) => void extra.push(text));
  let bailed = false;
  parser.on('bailout', () => {
    bailed = true;
  });
  parser.end(tap(report, context));
  return { points, extra, bailed, results: parser.results! };
};

test('a run is a plan, and a numbered point for each case under its topic', () => {
  const text = tap(reportOf([{}, { verdict: 'unsupported', message: 'op conv2d' }]), context);
  expect(text).toBe(`TAP version 14
1..2
# tensors 1.2.3, suite 0.1.0 (${'a'.repeat(64)}), tolerance standard
# ops/case
ok 1 - ops/case/n0
ok 2 - ops/case/n1 # SKIP op conv2d
`);
});

test('a failure is diagnosed in YAML', () => {
  const { points, results } = parsed(
    reportOf([{}, { ...wrongValue, cause: 'exp', notes: ['a note'], output: 'loading\nok 7 - no point\n' }]),
  );
  expect([results.ok, results.pass, results.fail, results.failures.length]).toEqual([false, 1, 1, 1]);
  expect(points[1]).toMatchObject({ ok: false, id: 2, name: 'ops/case/n1' });
  expect(points[1]!.diag).toMatchObject({
    ...{ message: 's 3 of 2,000 elements differ', severity: 'wrong_value', title: 'exp grows', finding: 'exp' },
    at: { file: 'fixtures/ops/case.json', line: 11 },
    clauses: { 'exp.C1': '' },
    notes: ['a note'],
    output: ['loading', 'ok 7 - no point'],
    rerun: 'tconf run ops/case/n1 --adapter mine.ts',
    mismatches: [{ name: 's', worst: [{ index: [1, 10], expected: 3, got: 'NaN' }, { index: [0, 2] }] }],
  });
});

test('a known failure is to do, and fails nothing while its line is true', () => {
  const known = { reason: 'threw', place: 'known-failures.txt:3' } as const;
  const { points, results } = parsed(
    reportOf([
      { verdict: 'xfail', message: 'raised', known },
      { verdict: 'xpass', message: 'passes now', known },
      { verdict: 'unsupported', message: 'op x', known: { ...known, untrue: 'it is unsupported now' } },
      { verdict: 'convention', conventions: ['biased-variance', 'pytorch-until-2.6.0'] },
    ]),
  );
  expect(points.map(({ ok, todo, skip, diag }) => [ok, todo, skip, (diag as { message?: string })?.message])).toEqual([
    [false, 'known-failures.txt:3 lists it as threw', false, 'raised'],
    [false, false, false, 'passes now'],
    [false, false, false, 'it is unsupported now'],
    [true, false, false, undefined],
  ]);
  expect(points[3]!.diag).toEqual({ conventions: ['biased-variance', 'as PyTorch until 2.6'] });
  expect(results.todo).toBe(1);
});

test('nothing that a library says is read as TAP', () => {
  const { points, extra, bailed } = parsed(hostileReport);
  expect(points.map(({ id }) => id)).toEqual(hostileReport.cases.map((_, i) => i + 1));
  expect(points.map(({ name }) => name)).toEqual(hostileReport.cases.map(({ id }) => id));
  expect([extra, bailed]).toEqual([[], false]);
  for (const i of [0, 1, 2, 3, 4, 5, 8, 9, 10])
    expect((points[i]!.diag as { message: string }).message).toMatch(/^<script>[^\n]*more characters\)$/);
  const text = tap(hostileReport, context);
  expect(text.length).toBeLessThan(80_000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});
