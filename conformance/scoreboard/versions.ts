import type { Results } from '../reporters/index.ts';
import { asIs, markdownTable } from '../reporters/markdown-text.ts';
import { grouped } from '../reporters/text.ts';
import type { Case } from '../values/case.ts';
import { compareVersions, heldTo } from '../versions/index.ts';
import { featureTallies, type Tally, tallyOf } from './tally.ts';

/** Whether results are those of PyTorch itself. */
export const isPyTorch = ({ adapter }: Results): boolean => adapter.name === 'pytorch';

const number = (n: number): string => (n === 0 ? '' : grouped(n));

/** How many cases passed because they say that this version gave something else. */
const byEarlier = ({ adapter, cases: verdicts }: Results, cases: readonly Case[]): number => {
  const older = new Set(cases.filter((c) => heldTo(c, adapter.version).expected !== c.expected).map(({ id }) => id));
  return verdicts.filter(({ id, verdict }) => verdict === 'pass' && older.has(id)).length;
};

/** PyTorch, a column for each version: what passes, what came later, and the features. */
export const versionsSection = (all: readonly Results[], cases: readonly Case[]): readonly string[] => {
  if (all.length === 0) return [];
  const versions = [...all].sort((a, b) => compareVersions(a.adapter.version ?? '', b.adapter.version ?? ''));
  const tallies = versions.map((results) => tallyOf(results.cases));
  const features = versions.map((results) => new Map(featureTallies(results, cases)));
  const total = (column: keyof Tally): string[] => tallies.map((tally) => number(tally[column]));
  const names = [...features[0]!.keys()];
  return [
    '',
    '<a id="pytorch"></a>',
    '',
    '## PyTorch',
    '',
    ...markdownTable(
      ['', ...versions.map(({ adapter }) => asIs(adapter.version ?? ''))],
      [
        ['**passed**', ...total('passed')],
        ['of these as its version gave it', ...versions.map((results) => number(byEarlier(results, cases)))],
        ['**failed**', ...total('failed')],
        ['**came with a later version**', ...total('unsupported')],
        ...names.map((name) => [asIs(name), ...features.map((tally) => number(tally.get(name)!.passed))]),
      ],
    ),
  ];
};
