import { escapeUTF8 } from 'entities';
import picocolors from 'picocolors';
import { snippet } from '../show/snippet.ts';
import { type Entry, type Finding, failingFindings, findingsOf, messageOf, reasonOf } from './entries.ts';
import { featureTotals, usedVerdicts } from './features.ts';
import { asIs, block, clauseText, code, markdownTable } from './markdown-text.ts';
import { mismatchLines } from './mismatch.ts';
import { passedThrough } from './passed-through.ts';
import { incompleteText, type Report, type Totals, totalsOf } from './report.ts';
import type { ReportContext } from './report-context.ts';
import { conventionsOf, words } from './summary.ts';
import { counted, grouped, shown, shownLines } from './text.ts';

/** GitHub refuses a summary past a megabyte; what comes after the cases has to fit too. */
const largest = 900_000;

const paint = picocolors.createColors(false);

/** A case's id, linked to its fixture where that can be read. */
const idOf = ({ c }: Entry, context: ReportContext): string => {
  const address = context.link?.(context.place(c));
  return address === undefined ? code(c.id) : `[${code(c.id)}](${address})`;
};

const headLines = ({ adapter, suite, tolerance, verdicts, duration, incomplete }: Report): string[] => {
  // As code, in which @scope/name mentions nobody.
  const who = code(shown([adapter.name, adapter.version ?? ''].join(' ').trim(), 120));
  const { pass } = totalsOf(verdicts);
  const totals = totalsOf(verdicts);
  const others = usedVerdicts(totals)
    .filter((name) => name !== 'pass')
    .map((name) => `${grouped(totals[name])} ${words[name]}`);
  const home = /^https?:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(adapter.url ?? '') ? `[${who}](<${adapter.url}>)` : who;
  const through = passedThrough(verdicts);
  return [
    `## Conformance of ${home}`,
    '',
    ...(incomplete === undefined ? [] : [`**Incomplete**: ${asIs(incompleteText(incomplete))}.`, '']),
    `**${grouped(pass)} of ${counted(verdicts.length, 'case')} passed**${others.length > 0 ? `, ${others.join(', ')}` : ''}.${through ? ` ${through}` : ''}`,
    '',
    `Suite ${asIs(suite.version)} (${code(suite.digest.slice(0, 12))}), tolerance ${tolerance}, ${(duration / 1000).toFixed(1)} s.`,
  ];
};

const featureLines = (report: Report): string[] => {
  const totals = totalsOf(report.verdicts);
  const used = usedVerdicts(totals);
  const cells = (counts: Totals, mark = ''): string[] =>
    used.map((name) => (counts[name] === 0 ? '' : mark + grouped(counts[name]) + mark));
  const rows = featureTotals(report).map(([feature, counts]) => [asIs(feature), ...cells(counts)]);
  return ['', ...markdownTable(['', ...used], [...rows, ['**total**', ...cells(totals, '**')]])];
};

const conventionLines = ({ verdicts }: Report): string[] => {
  const counts = new Map<string, number>();
  for (const name of conventionsOf(verdicts)) counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size === 0) return [];
  const rows = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const cells = rows.map(([name, count]) => [asIs(shown(name, 120)), grouped(count)]);
  return ['', ...markdownTable(['convention', 'cases'], cells)];
};

const findingRow = ({ name, own, others }: Finding, context: ReportContext): string[] => {
  const simplest = own[0] ?? others[0];
  return [
    code(name),
    grouped(own.length),
    grouped(others.length),
    simplest === undefined ? '' : idOf(simplest, context),
  ];
};

const findingLines = (report: Report, context: ReportContext): string[] => {
  const findings = findingsOf(report);
  if (findings.length === 0) return [];
  const head = ['finding', 'cases about it', 'others that use it', 'simplest case'];
  return [
    '',
    `### ${counted(findings.length, 'finding')}`,
    '',
    ...markdownTable(
      head,
      findings.map((one) => findingRow(one, context)),
      false,
    ),
  ];
};

const differences = ({ verdict }: Entry): string[] => {
  const { mismatches = [] } = verdict;
  const lines = mismatches.flatMap((one) => mismatchLines(one, paint));
  return lines.length > 0 ? lines : [shown(messageOf(verdict), 1000)];
};

const caseLines = (entry: Entry, context: ReportContext): string[] => {
  const { c, verdict } = entry;
  const clauses = c.rules.map((rule) => `- ${code(rule)} ${clauseText(context.clause(rule) ?? '')}`);
  const known = verdict.known?.untrue ?? '';
  return [
    '<details>',
    `<summary><code>${escapeUTF8(c.id)}</code> ${escapeUTF8(reasonOf(verdict))}</summary>`,
    '',
    `${asIs(c.title.en)} (${idOf(entry, context)})`,
    ...(known === '' ? [] : ['', code(shown(known, 600))]),
    '',
    ...clauses,
    '',
    ...block('python', snippet(c, 100, 1000)),
    '',
    ...block('text', differences(entry)),
    ...(verdict.notes ?? []).flatMap((note) => ['', `note: ${code(shown(note))}`]),
    ...(verdict.output === undefined
      ? []
      : ['', 'Written meanwhile:', '', ...block('text', shownLines(verdict.output.trimEnd(), 2000))]),
    '',
    ...block('sh', [context.rerun(c.id)]),
    '',
    '</details>',
  ];
};

/** The failing cases, folded; as many as there is room for, and how many there is none for. */
const failureLines = (report: Report, context: ReportContext, room: number): string[] => {
  const lines: string[] = [];
  const encoder = new TextEncoder();
  let size = 0;
  let left = 0;
  for (const { name, own, others } of failingFindings(report)) {
    const title = name === '' ? 'Without a finding' : code(name);
    for (const [i, entry] of [...own, ...others].entries()) {
      const more = [...(i === 0 ? ['', `#### ${title}`, ''] : []), ...caseLines(entry, context)];
      size += encoder.encode(more.join('\n')).length + 1;
      if (size > room) left++;
      else lines.push(...more);
    }
  }
  if (lines.length === 0 && left === 0) return [];
  const rest = left > 0 ? ['', `… and ${counted(left, 'more failing case')}, for which there is no room here.`] : [];
  return ['', '### Failing cases', ...lines, ...rest];
};

/** `summary.md`: what a CI service shows of a run, in the Markdown of GitHub. */
export const markdown = (report: Report, context: ReportContext, room: number = largest): string => {
  const top = [
    ...headLines(report),
    ...featureLines(report),
    ...conventionLines(report),
    ...findingLines(report, context),
  ];
  return `${[...top, ...failureLines(report, context, room)].join('\n')}\n`;
};
