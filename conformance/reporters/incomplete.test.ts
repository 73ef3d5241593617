import { expect, test } from 'vitest';
import { badgeJson } from './badge.ts';
import { annotations } from './github.ts';
import { head } from './html/overview.ts';
import { markdown } from './markdown.ts';
import type { ReportContext } from './report-context.ts';
import { reportOf } from './report-sample.ts';

const context = { suiteCases: 5, began: new Date(0), place: () => undefined } as unknown as ReportContext;
const whole = reportOf([{}, {}]);
const part = reportOf([{}, {}], { incomplete: { cases: 5, why: 'ended by SIGINT' } });

test.each<[string, (report: typeof whole) => string]>([
  ['summary.md', (report) => markdown(report, context)],
  ['report.html', (report) => head(report, context)],
  ['the log of GitHub', (report) => annotations(report, context)],
])('%s says that a run is incomplete, and why', (_, write) => {
  expect(write(part)).toMatch(/incomplete/i);
  expect(write(part)).toContain('ended by SIGINT');
  expect(write(whole)).not.toMatch(/incomplete/i);
});

test('a badge says that a run is incomplete', () => {
  expect(JSON.parse(badgeJson(part, { suiteCases: 5 }))).toMatchObject({ message: '2 / 2 run · incomplete' });
});
