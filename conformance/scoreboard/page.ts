import type { Results } from '../reporters/index.ts';
import { asIs, code, markdownTable } from '../reporters/markdown-text.ts';
import { counted, grouped } from '../reporters/text.ts';
import type { Case } from '../values/case.ts';
import type { Finding } from './findings.ts';
import { columns, featureTallies, type Tally, tallyOf } from './tally.ts';
import { isPyTorch, versionsSection } from './versions.ts';

/** What is on the scoreboard: the results of a run, or why there is none. */
export type Entry =
  | { readonly results: Results; readonly findings: readonly Finding[] }
  | { readonly name: string; readonly absent: string };

export interface Board {
  readonly suite: { readonly version: string; readonly digest: string };
  readonly cases: readonly Case[];
  /** The day of the runs: `2026-01-31`. */
  readonly date: string;
  readonly entries: readonly Entry[];
}

const number = (n: number): string => (n === 0 ? '' : grouped(n));
const cells = (tally: Tally): string[] => columns.map((column) => number(tally[column]));

const anchor = ({ adapter }: Results): string => adapter.name.toLowerCase().replaceAll(/[^\w-]/g, '');

const overview = ({ entries }: Board): string[] => {
  const rows = entries.map((entry) => {
    if ('absent' in entry) return [asIs(entry.name), asIs(entry.absent), ...columns.map(() => ''), ''];
    const { results, findings } = entry;
    const { name, version = '' } = results.adapter;
    return [
      `[${asIs(name)}](#${anchor(results)})`,
      asIs(version),
      ...cells(tallyOf(results.cases)),
      number(findings.length),
    ];
  });
  return markdownTable(['', 'version', ...columns, 'findings'], rows);
};

const findingLines = (findings: readonly Finding[]): string[] => {
  if (findings.length === 0) return [];
  const lines = findings.map(({ title, link, cases }) => `- [${title}](${link}): ${counted(cases, 'case')}`);
  return ['', `<details><summary>${counted(findings.length, 'finding')}</summary>`, '', ...lines, '', '</details>'];
};

const section = ({ cases }: Board, entry: Entry): string[] => {
  if ('absent' in entry || isPyTorch(entry.results)) return [];
  const { results, findings } = entry;
  const { name, version = '', url } = results.adapter;
  const tallies = featureTallies(results, cases);
  const rows = tallies.map(([feature, tally]) => [asIs(feature), ...cells(tally)]);
  return [
    '',
    `<a id="${anchor(results)}"></a>`,
    '',
    `## ${asIs(`${name} ${version}`.trim())}`,
    '',
    ...(url === undefined ? [] : [`<${url}>`, '']),
    ...markdownTable(['', ...columns], rows),
    ...findingLines(findings),
  ];
};

/** SCOREBOARD.md. The same runs give the same text, but for the date. */
export const page = (board: Board): string => {
  const { suite, cases, date, entries } = board;
  const pytorch = entries.flatMap((entry) => ('results' in entry && isPyTorch(entry.results) ? [entry.results] : []));
  return `${[
    '# Scoreboard',
    '',
    `Suite ${suite.version} (${code(suite.digest.slice(0, 12))}), ${counted(cases.length, 'case')}, ${date}. Written by ${code('npm run scoreboard')}.`,
    '',
    ...overview(board),
    '',
    'Adapted: passed with an entry of the adapter that does more than call the library (moves axes, gives an option that the case does not).',
    'Composed: passed with an op that the adapter put together from several of the library’s. Failed: known failures included, and what is',
    'flaky. Convention: not what the newest PyTorch gives, but a documented choice, or what PyTorch gave until some version. Unsupported: what',
    'the library does not offer. Findings: the distinct causes of the failures, each shown in the library’s own API.',
    ...versionsSection(pytorch, cases),
    ...entries.flatMap((entry) => section(board, entry)),
  ].join('\n')}\n`;
};
