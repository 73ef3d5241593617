import type { Colors } from 'picocolors/types.js';
import { pages } from '../pages/pages.gen.ts';
import type { Case } from '../values/case.ts';
import type { Verdict, VerdictName } from '../values/verdict.ts';
import { conventionName } from '../versions/index.ts';
import { findingCount } from './findings.ts';
import { type Report, totalsOf, unexpected, verdictNames } from './report.ts';
import { table } from './table.ts';
import { counted, grouped, shown } from './text.ts';

/** The group under which a case is counted: the feature of the page, or the chapter, that it cites first. */
export const featureOf = (c: Case): string => {
  const topic = c.rules[0]?.replace(/\.C\d+$/, '') ?? c.id.split('/')[1] ?? '';
  return pages[topic]?.feature ?? topic;
};

export const words: Readonly<Record<VerdictName, string>> = {
  ...{
    pass: 'passed',
    fail: 'failed',
    convention: 'by convention',
    xfail: 'failed as known',
    xpass: 'passed unexpectedly',
  },
  ...{ unsupported: 'unsupported', error: 'adapter error', timeout: 'timed out', crash: 'crashed' },
};

const painted = (name: VerdictName, text: string, paint: Colors): string => {
  if (unexpected.has(name)) return paint.red(text);
  return name === 'pass' ? paint.green(text) : name === 'convention' ? paint.yellow(text) : text;
};

/** Feature groups down, verdicts across; a verdict that no case has is left out. */
export const featureLines = (cases: readonly Case[], verdicts: readonly Verdict[], paint: Colors): string[] => {
  const groups = new Map<string, Verdict[]>();
  for (const [i, c] of cases.entries()) {
    const feature = featureOf(c);
    const own = groups.get(feature);
    if (own === undefined) groups.set(feature, [verdicts[i]!]);
    else own.push(verdicts[i]!);
  }
  const totals = totalsOf(verdicts);
  const used = verdictNames.filter((name) => totals[name] > 0);
  const row = (label: string, counts: Readonly<Record<VerdictName, number>>): string[] => [
    label,
    ...used.map((name) => (counts[name] === 0 ? '·' : grouped(counts[name]))),
  ];
  const names = [...groups.keys()].sort();
  const rows = names.map((name) => row(name, totalsOf(groups.get(name)!)));
  const align = ['left', ...used.map(() => 'right')] as ('left' | 'right')[];
  const [head, ...lines] = table([['', ...used], ...rows, row('total', totals)], align);
  const failing = new Set(names.filter((name) => groups.get(name)!.some(({ verdict }) => unexpected.has(verdict))));
  const coloured = lines.map((line, i) => {
    if (i === names.length) return paint.bold(line);
    return failing.has(names[i]!) ? paint.red(line) : line;
  });
  return [paint.dim(head!), ...coloured];
};

/** Texts and how often each occurs, the most frequent first; at most `limit`, and how many more there are. */
const tally = (texts: readonly string[], limit: number): string[] => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const lines = table(
    sorted.slice(0, limit).map(([text, n]) => [grouped(n), shown(text, 100)]),
    ['right', 'left'],
  );
  return sorted.length > limit ? [...lines, `… and ${counted(sorted.length - limit, 'more reason')}`] : lines;
};

const section = (title: string, lines: readonly string[], paint: Colors): string[] =>
  lines.length === 0 ? [] : ['', paint.bold(title), ...lines.map((line) => `  ${line}`)];

export const unsupportedLines = (verdicts: readonly Verdict[], paint: Colors): string[] => {
  const all = verdicts.filter(({ verdict }) => verdict === 'unsupported');
  const reasons = all.map(({ message }) => message ?? '');
  return section(
    `Unsupported: ${counted(all.length, 'case')}, by what is missing`,
    [...tally(reasons, 20), ...standInLines(reasons)],
    paint,
  );
};

/** The conventions that a run matched, by name, once for each case. */
export const conventionsOf = (verdicts: readonly Verdict[]): readonly string[] =>
  verdicts.flatMap(({ conventions }) => conventions ?? []).map(conventionName);

/** What a library without int64 is told: PyTorch's integers are int64, and another dtype may stand in for it. */
const standInLines = (reasons: readonly string[]): string[] => {
  const without = reasons.filter((reason) => reason === 'dtype int64').length;
  return without === 0
    ? []
    : [
        `${counted(without, 'case')} of ops that the library has may run if a dtype stood in for int64 (dtypes: { int64: 'int32' }, or 'float32')`,
      ];
};

export const conventionLines = (verdicts: readonly Verdict[], paint: Colors): string[] => {
  const all = conventionsOf(verdicts);
  return section('Conventions that differ from PyTorch by choice', tally(all, 50), paint);
};

/** `1,715 cases: 1,600 passed, 98 unsupported, 17 failed  0.84 s`. */
export const totalLine = (report: Report, paint: Colors): string => {
  const { verdicts, duration } = report;
  const findings = findingCount(report);
  const totals = totalsOf(verdicts);
  const parts = verdictNames
    .filter((name) => totals[name] > 0)
    .map((name) => painted(name, `${grouped(totals[name])} ${words[name]}`, paint));
  const time = duration < 1000 ? `${Math.round(duration)} ms` : `${(duration / 1000).toFixed(1)} s`;
  return `${paint.bold(counted(verdicts.length, 'case'))}: ${parts.join(', ')}${findings && `; ${findings}`}  ${paint.dim(time)}`;
};
