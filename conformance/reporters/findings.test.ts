import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import type { Cause } from '../causes/index.ts';
import type { Verdict } from '../values/verdict.ts';
import { findingCount, findingLines, overviewLines } from './findings.ts';
import type { Report } from './report.ts';
import { reportOf, wrongValue } from './report-sample.ts';

const context = {
  clause: () => undefined,
  rerun: (id: string) => `tconf run ${id}`,
  paint: picocolors.createColors(false),
  width: 100,
};
const known = { reason: 'wrong_value', place: 'k:1' } as const;
const xfail: Partial<Verdict> = { ...wrongValue, verdict: 'xfail', known };
const ids = (...numbers: number[]): string[] => numbers.map((n) => `ops/case/n${n}`);

const report = (verdicts: readonly Partial<Verdict>[], ...causes: Cause[]): Report => {
  const names = new Map(causes.flatMap(({ name, own, others }) => [...own, ...others].map((id) => [id, name])));
  const named = verdicts.map((verdict, i) => {
    const cause = names.get(`ops/case/n${i}`);
    return cause === undefined ? verdict : { ...verdict, cause };
  });
  return reportOf(named, { causes });
};
/** What is told: headings, the ids of the cases told in full, and lists. */
const told = (given: Report): string[] =>
  findingLines(given, context).flatMap((line) => {
    const full = /^FAIL {2}(\S+)/.exec(line)?.[1];
    return full !== undefined ? [`full ${full}`] : /^(──|\d| {2}ops\/| {2}…)/.test(line) ? [line] : [];
  });

test('cases that fail alike are told once, those that only use the cause by their ids', () => {
  const given = report([wrongValue, wrongValue, {}, wrongValue, wrongValue], {
    ...{ name: 'sum', own: ids(1, 0), others: ids(4, 3) },
  });
  expect(told(given)).toEqual([
    ...['── sum: 2 of its own cases fail ──', 'full ops/case/n1', '1 more case of it ends like this', '  ops/case/n0'],
    ...['2 cases that use sum fail too', '  ops/case/n4', '  ops/case/n3'],
  ]);
  expect(findingCount(given)).toBe('1 finding');
});

test('one finding stands after the other, and one of a single case without a heading', () => {
  const given = report(
    [wrongValue, wrongValue, wrongValue],
    { name: 'sum', own: ids(2), others: [] },
    { name: 'printing', own: ids(0), others: ids(1) },
  );
  expect(told(given)).toEqual([
    ...['full ops/case/n2', '── printing: 1 of its own cases fails ──', 'full ops/case/n0'],
    ...['1 case that depends on printing fails too', '  ops/case/n1'],
  ]);
  expect(findingCount(given)).toBe('2 findings');
});

test('where all that is about the cause is known, the simplest new failure is told in full', () => {
  const given = report([xfail, wrongValue, wrongValue], { name: 'sum', own: ids(0), others: ids(2, 1) });
  expect(told(given)).toEqual([
    ...['── sum: none of its own cases fails newly ──', 'full ops/case/n2'],
    ...['1 more case that uses sum fails too', '  ops/case/n1'],
  ]);
});

test('known failures are not told, and counted apart', () => {
  const given = report(
    [xfail, xfail, wrongValue],
    { name: 'sum', own: ids(0), others: ids(1) },
    { name: 'exp', own: ids(2), others: [] },
  );
  expect(told(given)).toEqual(['full ops/case/n2']);
  expect(findingCount(given)).toBe('1 finding (and 1 known)');
  expect(findingCount(report([xfail], { name: 'sum', own: ids(0), others: [] }))).toBe('1 known finding');
  expect(findingCount(report([{}]))).toBe('');
});

test('a failure that its line does not describe is told in full, with what is wrong about the line', () => {
  const given = report([{ ...wrongValue, known: { ...known, untrue: 'k:1 lists it as threw' } }]);
  expect(told(given)).toEqual(['full ops/case/n0']);
  expect(findingLines(given, context)).toContain('  k:1 lists it as threw');
});

test('a long list is cut, with the count of what was cut', () => {
  const given = report(new Array<Partial<Verdict>>(33).fill(wrongValue), {
    ...{ name: 'sum', own: ids(0), others: ids(...Array.from({ length: 32 }, (_, i) => i + 1)) },
  });
  const lines = told(given);
  expect(lines.slice(2, 4)).toEqual(['32 cases that use sum fail too', '  ops/case/n1']);
  expect(lines.slice(-2)).toEqual(['  ops/case/n12', '  … and 20 more cases']);
});

const raised = (message: string): Partial<Verdict> => ({
  ...{ verdict: 'fail', reason: 'threw', message: `op 1 (sum) raised: ${message}` },
  mismatches: [{ reason: 'threw', name: 'error', message: `op 1 (sum) raised: ${message}` }],
});

test('each way of failing has its example, that of most cases first, and what is rarer a line', () => {
  const given = report(
    [wrongValue, raised('no'), raised('shape 2,3'), raised('shape 7'), raised('other'), raised('x')],
    {
      ...{ name: 'sum', own: ids(0, 1, 2, 3, 4, 5), others: [] },
    },
  );
  expect(told(given)).toEqual([
    ...['── sum: 6 of its own cases fail ──', 'full ops/case/n2', '1 more case of it ends like this', '  ops/case/n3'],
    ...['full ops/case/n0', 'full ops/case/n1'],
    ...['2 more cases of it fail', '  ops/case/n4  threw: op 1 (sum) raised: other'],
    '  ops/case/n5  threw: op 1 (sum) raised: x',
  ]);
});

test('a hundred failures of one kind are told in a few lines', () => {
  const numbers = Array.from({ length: 100 }, (_, i) => i);
  const given = report(
    numbers.map((n) => raised(`cat of ${n} is not implemented`)),
    {
      ...{ name: 'sum', own: ids(...numbers), others: [] },
    },
  );
  expect(findingLines(given, context).length).toBeLessThan(30);
  expect(told(given).at(-1)).toBe('  … and 93 more cases');
});

test('an overview of three findings or more says what each comes down to', () => {
  const causes = ids(0, 1, 2).map((id, i) => ({ name: `cause${i}`, own: [id], others: i === 0 ? ids(3) : [] }));
  const given = report([raised('no kernel'), wrongValue, wrongValue, wrongValue], ...causes);
  expect(overviewLines(given, context.paint)).toEqual([
    ...['', '3 findings, by how many cases fail', '  2  cause0  threw        op 1 (sum) raised: no kernel'],
    ...[
      '  1  cause1  wrong_value  s 3 of 2,000 elements differ',
      '  1  cause2  wrong_value  s 3 of 2,000 elements differ',
    ],
    '  --reporter html,json writes every case of them',
  ]);
  expect(overviewLines(report([wrongValue], causes[0]!), context.paint)).toEqual([]);
});
