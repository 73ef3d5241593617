import { stringify } from 'yaml';
import type { Difference } from '../values/verdict.ts';
import { conventionName } from '../versions/index.ts';
import { byTopic, type Entry, entriesOf, messageOf, reasonOf } from './entries.ts';
import { failsRun, incompleteText, type Report } from './report.ts';
import type { ReportContext } from './report-context.ts';
import { shown, shownLines } from './text.ts';

/** Text after the number of a test point, where `#` would begin a directive. */
const described = (text: string): string => shown(text).replaceAll(/[\\#]/g, '\\$&');

const directiveOf = ({ verdict, message = '', known }: Entry['verdict']): string => {
  if (verdict === 'unsupported') return ` # SKIP ${described(message)}`;
  return verdict === 'xfail' ? ` # TODO ${described(`${known?.place} lists it as ${known?.reason}`)}` : '';
};

const written = (one: Difference): object =>
  Object.fromEntries(
    Object.entries(one).map(([key, value]) => [key, typeof value === 'string' ? shown(value, 60) : value]),
  );

/** What a failure is diagnosed with. Text that nobody in this project wrote is one line each, without controls. */
const diagnosis = ({ c, verdict }: Entry, context: ReportContext): object => ({
  message: shown(messageOf(verdict), 2000),
  severity: reasonOf(verdict),
  at: context.place(c),
  title: shown(c.title.en),
  clauses: Object.fromEntries(c.rules.map((rule) => [rule, shown(context.clause(rule) ?? '')])),
  ...(verdict.mismatches === undefined
    ? {}
    : {
        mismatches: verdict.mismatches.map(({ name, message, expected, got, differences }) => ({
          name: shown(name),
          message: shown(message, 1000),
          ...(expected === undefined ? {} : { expected: shown(expected, 1000) }),
          ...(got === undefined ? {} : { got: shown(got, 1000) }),
          ...(differences === undefined ? {} : { worst: differences.map(written) }),
        })),
      }),
  ...(verdict.notes === undefined ? {} : { notes: verdict.notes.map((note) => shown(note)) }),
  ...(verdict.output === undefined ? {} : { output: shownLines(verdict.output.trimEnd()) }),
  ...(verdict.cause === undefined ? {} : { finding: verdict.cause }),
  rerun: context.rerun(c.id),
});

/** What a test point says beneath itself: why it failed, or by which convention it passed. */
const beneath = (entry: Entry, context: ReportContext): object | undefined => {
  const { verdict } = entry;
  if (failsRun(verdict) || verdict.verdict === 'xfail') return diagnosis(entry, context);
  return verdict.conventions === undefined
    ? undefined
    : { conventions: verdict.conventions.map((id) => shown(conventionName(id))) };
};

const yamlLines = (value: object): string[] => {
  const text = stringify(value, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
  return ['---', ...text.trimEnd().split('\n'), '...'].map((line) => `  ${line}`);
};

/** `results.tap`: TAP version 14, one test point for each case. */
export const tap = (report: Report, context: ReportContext): string => {
  const { adapter, suite, tolerance } = report;
  const entries = entriesOf(report);
  const who = shown(`${adapter.name} ${adapter.version ?? ''}`.trim());
  const lines = ['TAP version 14', `1..${entries.length}`];
  lines.push(`# ${who}, suite ${suite.version} (${suite.digest}), tolerance ${tolerance}`);
  let number = 0;
  for (const [topic, own] of byTopic(entries)) {
    lines.push(`# ${topic}`);
    for (const entry of own) {
      const { c, verdict } = entry;
      const ok = !failsRun(verdict) && verdict.verdict !== 'xfail';
      const directive = failsRun(verdict) ? '' : directiveOf(verdict);
      lines.push(`${ok ? 'ok' : 'not ok'} ${++number} - ${described(c.id)}${directive}`);
      const more = beneath(entry, context);
      if (more !== undefined) lines.push(...yamlLines(more));
    }
  }
  if (report.incomplete !== undefined) lines.push(`Bail out! ${described(incompleteText(report.incomplete))}`);
  return `${lines.join('\n')}\n`;
};
