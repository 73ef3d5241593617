import picocolors from 'picocolors';
import { conventionRemark } from '../versions/index.ts';
import { byTopic, type Entry, entriesOf, messageOf, reasonOf, topicOf } from './entries.ts';
import { failureLines } from './failure.ts';
import { failsRun, incompleteText, type Report } from './report.ts';
import type { ReportContext } from './report-context.ts';
import { shown, shownLines } from './text.ts';
import { element } from './xml.ts';

/** Where JUnit puts a case: what broke before it could be judged is an error; a known failure is skipped. */
type Kind = 'passed' | 'failure' | 'error' | 'skipped';

const kindOf = ({ verdict }: Entry): Kind => {
  if (verdict.verdict === 'error' || verdict.verdict === 'timeout' || verdict.verdict === 'crash') return 'error';
  if (failsRun(verdict)) return 'failure';
  return verdict.verdict === 'unsupported' || verdict.verdict === 'xfail' ? 'skipped' : 'passed';
};

const countsOf = (entries: readonly Entry[]) => {
  const kinds = entries.map(kindOf);
  const count = (kind: Kind): number => kinds.filter((one) => one === kind).length;
  return { tests: entries.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
};

/** A library may have put a clock of its own in the place of the worker's. */
const seconds = (milliseconds: number): string =>
  Number.isFinite(milliseconds) ? (milliseconds / 1000).toFixed(4) : '0.0000';

const skippedBecause = ({ verdict, message = '', known }: Entry['verdict']): string =>
  verdict === 'xfail' ? `known failure, ${known?.place}: ${message}` : message;

/** What a case says that does not make it fail. */
const remarks = ({ conventions = [], notes = [], output }: Entry['verdict']): string[] => [
  ...conventions.map((id) => shown(conventionRemark(id))),
  ...notes.map((note) => `note: ${shown(note)}`),
  ...(output === undefined ? [] : shownLines(output.trimEnd())),
];

const caseElement = (entry: Entry, context: ReportContext): string[] => {
  const { c, verdict } = entry;
  const kind = kindOf(entry);
  const said = remarks(verdict);
  const outcome = (): string[] => {
    if (kind === 'skipped') return element(kind, { message: shown(skippedBecause(verdict)) });
    const { output: _, ...judged } = verdict;
    const lines = failureLines(c, judged, { ...context, paint: picocolors.createColors(false), width: 100 });
    return element(kind, { message: shown(messageOf(verdict)), type: reasonOf(verdict) }, lines.join('\n'));
  };
  const attributes = {
    classname: topicOf(c).replaceAll('/', '.'),
    name: c.id.split('/').slice(2).join('/') || c.id,
    time: seconds(context.times.get(c.id) ?? 0),
    ...context.place(c),
  };
  return element('testcase', attributes, [
    ...(kind === 'passed' ? [] : [outcome()]),
    ...(said.length === 0 ? [] : [element('system-out', {}, said.join('\n'))]),
  ]);
};

const properties = ({ adapter, suite, tolerance, shard, incomplete }: Report): [string, string][] => [
  ['library', shown(adapter.name)],
  ...(adapter.version === undefined ? [] : [['version', shown(adapter.version)] as [string, string]]),
  ['suite', suite.version],
  ['digest', suite.digest],
  ['tolerance', tolerance],
  ...(shard === undefined ? [] : [['shard', `${shard.index}/${shard.of}`] as [string, string]]),
  ...(incomplete === undefined ? [] : [['incomplete', shown(incompleteText(incomplete))] as [string, string]]),
];

const suiteElement = (topic: string, own: readonly Entry[], report: Report, context: ReportContext): string[] => {
  const took = own.reduce((sum, { c }) => sum + (context.times.get(c.id) ?? 0), 0);
  const timestamp = context.began.toISOString().slice(0, 19);
  return element('testsuite', { name: topic, ...countsOf(own), time: seconds(took), timestamp }, [
    element(
      'properties',
      {},
      properties(report).map(([name, value]) => element('property', { name, value })),
    ),
    ...own.map((entry) => caseElement(entry, context)),
  ]);
};

/** `junit.xml`: one test suite for each topic, as Jenkins, GitLab and their like read it. */
export const junit = (report: Report, context: ReportContext): string => {
  const entries = entriesOf(report);
  const name = `tensor-conformance: ${shown(report.adapter.name)}`;
  const suites = [...byTopic(entries)].map(([topic, own]) => suiteElement(topic, own, report, context));
  const root = element('testsuites', { name, ...countsOf(entries), time: seconds(report.duration) }, suites);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root.join('\n')}\n`;
};
