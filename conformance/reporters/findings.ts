import type { Colors } from 'picocolors/types.js';
import { isFailure } from '../causes/index.ts';
import { pageOf } from '../pages/page-of.ts';
import { type Entry, type Finding, failingFindings, messageOf, reasonOf } from './entries.ts';
import { type FailureContext, failureLines } from './failure.ts';
import { groupAlike } from './group-alike.ts';
import { failsRun, type Report } from './report.ts';
import { table } from './table.ts';
import { counted, grouped, shown } from './text.ts';

/** How many ways in which an op's own cases fail are told by a case in full. */
const TOLD = 3;
/** How many cases are listed under one that was told in full, and how many that only use the op. */
const LISTED = 6;
const USERS = 12;

const listLines = (title: string, lines: readonly string[], limit: number, paint: Colors): string[] => {
  if (lines.length === 0) return [];
  const left = lines.length - limit;
  return [
    '',
    paint.bold(title),
    ...lines.slice(0, limit).map((line) => `  ${line}`),
    ...(left > 0 ? [paint.dim(`  … and ${counted(left, 'more case')}`)] : []),
  ];
};

const idOf = ({ c }: Entry): string => c.id;

/** Other cases that come down to the same cause, by their ids. */
const alsoLines = (others: readonly Entry[], name: string, told: number, paint: Colors): string[] => {
  const one = others.length === 1;
  const use = pageOf(name) ? (one ? 'uses' : 'use') : one ? 'depends on' : 'depend on';
  const more = told > 0 ? 'more ' : '';
  const title = `${grouped(others.length)} ${more}case${one ? '' : 's'} that ${use} ${name} ${one ? 'fails' : 'fail'} too`;
  return listLines(title, others.map(idOf), USERS, paint);
};

const headLine = ({ name, own }: Finding, paint: Colors): string => {
  const what =
    own.length === 0
      ? 'none of its own cases fails newly'
      : `${grouped(own.length)} of its own cases ${own.length === 1 ? 'fails' : 'fail'}`;
  return paint.bold(paint.cyan(`── ${name}: ${what} ──`));
};

/** `ops/cat/of-three  threw: op 0 (cat) raised: no`. */
const briefLine = (entry: Entry, paint: Colors): string =>
  `${idOf(entry)}  ${paint.dim(`${reasonOf(entry.verdict)}: ${shown(messageOf(entry.verdict), 120)}`)}`;

const full = (entry: Entry, context: FailureContext): string[] => [
  '',
  ...failureLines(entry.c, entry.verdict, context),
];

/** What is told of one finding: a case in full for each of the ways in which its own fail, the rest by their ids. */
const oneFinding = (finding: Finding, context: FailureContext): string[] => {
  const { paint } = context;
  const { name, own, others } = finding;
  const kinds = [...groupAlike(own.length > 0 ? own : others.slice(0, 1))].sort((a, b) => b.length - a.length);
  const told = kinds.slice(0, TOLD).flatMap(([first, ...rest]) => {
    const title = `${counted(rest.length, 'more case')} of it ${rest.length === 1 ? 'ends' : 'end'} like this`;
    return [...full(first!, context), ...listLines(title, rest.map(idOf), LISTED, paint)];
  });
  const left = kinds.slice(TOLD).flat();
  const brief = listLines(
    `${counted(left.length, 'more case')} of it ${left.length === 1 ? 'fails' : 'fail'}`,
    left.map((entry) => briefLine(entry, paint)),
    USERS,
    paint,
  );
  const rest = own.length > 0 ? others : others.slice(1);
  const head = own.length + others.length > 1 ? ['', headLine(finding, paint)] : [];
  return [...head, ...told, ...brief, ...alsoLines(rest, name, own.length > 0 ? 0 : 1, paint)];
};

const fresh = (report: Report): readonly Finding[] =>
  failingFindings(report).flatMap(({ name, own, others }) => {
    const failing = ({ verdict }: Entry): boolean => isFailure(verdict);
    const finding = { name, own: own.filter(failing), others: others.filter(failing) };
    return finding.own.length + finding.others.length > 0 ? [finding] : [];
  });

/**
 * The failures that are not known, one finding after another, that of most cases first. Of its own cases those that fail
 * alike are told once in full; if none that is about it fails newly, the simplest of the others is.
 */
export const findingLines = (report: Report, context: FailureContext): string[] =>
  fresh(report).flatMap((finding) =>
    finding.name === '' ? finding.own.flatMap((entry) => full(entry, context)) : oneFinding(finding, context),
  );

/** How many findings the overview has. */
const OVERVIEW = 20;

/** One line for each finding, for whoever sees but the end of a long report; none for fewer than three. */
export const overviewLines = (report: Report, paint: Colors): string[] => {
  const findings = fresh(report).filter(({ name }) => name !== '');
  if (findings.length < 3) return [];
  const rows = findings.slice(0, OVERVIEW).map(({ name, own, others }) => {
    const [first] = own.length > 0 ? [...groupAlike(own)].sort((a, b) => b.length - a.length)[0]! : others;
    const { verdict } = first!;
    return [grouped(own.length + others.length), name, reasonOf(verdict), shown(messageOf(verdict), 70)];
  });
  const left = findings.length - OVERVIEW;
  return [
    '',
    paint.bold(`${counted(findings.length, 'finding')}, by how many cases fail`),
    ...table(rows, ['right', 'left', 'left', 'left']).map((line) => `  ${line}`),
    ...(left > 0 ? [paint.dim(`  … and ${counted(left, 'more finding')}`)] : []),
    paint.dim('  --reporter html,json writes every case of them'),
  ];
};

/** `2 findings (and 3 known)`: what the failures come down to. Empty if nothing fails. */
export const findingCount = ({ verdicts, causes }: Report): string => {
  const names = new Set(verdicts.filter((one) => failsRun(one) && isFailure(one)).map(({ cause }) => cause));
  const found = causes.filter(({ name }) => names.has(name)).length;
  const known = causes.length - found;
  if (causes.length === 0) return '';
  if (found === 0) return counted(known, 'known finding');
  return `${counted(found, 'finding')}${known > 0 ? ` (and ${known} known)` : ''}`;
};
