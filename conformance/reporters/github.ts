import { type Entry, failingFindings, messageOf, reasonOf } from './entries.ts';
import { incompleteText, type Report, totalsOf } from './report.ts';
import type { ReportContext } from './report-context.ts';
import { conventionsOf } from './summary.ts';
import { counted, cut, grouped, shown } from './text.ts';

/** GitHub shows ten annotations of a kind for a step, and fifty for a job: more only fill the log. */
const most = 50;

/** What a workflow command may not hold as it is. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A').replaceAll('##[', '# #[');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const command = (name: string, properties: Readonly<Record<string, string | number>>, message: string): string => {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
  return `::${name} ${list.join(',')}::${data(message)}`;
};

/** A line of the known failures that is not true is at fault itself; any other failure is shown at its case. */
const placeOf = ({ c, verdict }: Entry, context: ReportContext): { readonly file: string; readonly line: number } => {
  const [, file, line] = /^(.+):(\d+)$/.exec(verdict.known?.place ?? '') ?? [];
  return file === undefined ? context.place(c) : { file: context.rooted(file), line: Number(line) };
};

const annotation = (entry: Entry, about: string, context: ReportContext): string => {
  const { c, verdict } = entry;
  const message = [shown(c.title.en), shown(messageOf(verdict), 1000), about, context.rerun(c.id)];
  const title = `${verdict.verdict.toUpperCase()} ${c.id}: ${reasonOf(verdict)}`;
  const text = message.filter((line) => line !== '').join('\n');
  return command('error', { ...placeOf(entry, context), title: shown(title) }, text);
};

/**
 * Between these two the runner obeys no command, so that nothing a library says is one. `token` is a secret from the
 * library.
 */
export const stopCommands = (token: string): string => `::stop-commands::${token}\n`;
export const resumeCommands = (token: string): string => `::${token}::\n`;

/** `, 3 by convention (biased-variance, as PyTorch until 2.6)`. */
const byConvention = ({ verdicts }: Report): string => {
  const { convention } = totalsOf(verdicts);
  const names = [...new Set(conventionsOf(verdicts))].map((name) => shown(name, 80));
  return convention === 0 ? '' : `, ${grouped(convention)} by convention (${cut(names.join(', '), 400)})`;
};

/**
 * Workflow commands of GitHub's runner, for standard output: an error at the simplest case of each finding first, since
 * not all are shown, then at the other failing cases, and a notice with the totals.
 */
export const annotations = (report: Report, context: ReportContext): string => {
  const findings = failingFindings(report).map(({ name, own, others }) => ({ name, cases: [...own, ...others] }));
  const named = findings.filter(({ name }) => name !== '');
  const first = named.map(({ name, cases }) => {
    const more = cases.length > 1 ? `: ${counted(cases.length - 1, 'more case')}` : '';
    return annotation(cases[0]!, `finding ${name}${more}`, context);
  });
  const rest = findings.flatMap(({ name, cases }) =>
    cases.slice(name === '' ? 0 : 1).map((entry) => [name, entry] as const),
  );
  const all = [
    ...first.slice(0, most),
    ...rest
      .slice(0, Math.max(0, most - first.length))
      .map(([name, entry]) => annotation(entry, name === '' ? '' : `finding ${name}`, context)),
  ];
  const left = first.length + rest.length - all.length;
  const { pass, xfail } = totalsOf(report.verdicts);
  const asKnown = xfail > 0 ? `, ${grouped(xfail)} failed as known` : '';
  const totals = `${grouped(pass)} of ${counted(report.verdicts.length, 'case')} passed${byConvention(report)}${asKnown}, ${grouped(first.length + rest.length)} failed`;
  const more = left > 0 ? `; ${counted(left, 'failure')} not annotated` : '';
  const end = report.incomplete === undefined ? '' : `; incomplete ${shown(incompleteText(report.incomplete))}`;
  const title = cut(`Conformance of ${shown(report.adapter.name)}`, 100);
  return [...all, command('notice', { title }, totals + more + end)].map((line) => `${line}\n`).join('');
};
