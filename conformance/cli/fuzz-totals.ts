/** The closing lines of a run of `tconf fuzz`. */
import type { Fuzzed } from '../fuzz/fuzz.ts';
import type { LawResult } from '../laws/check.ts';
import { shown } from '../reporters/text.ts';

export interface Totals {
  readonly laws: readonly LawResult[];
  /** Laws for which there was no time. */
  readonly unreached: number;
  readonly programs: Fuzzed | undefined;
}

/** What laws would have needed, and which those are. */
const lackLines = ({ laws }: Totals): string[] => {
  const byLack = new Map<string, string[]>();
  for (const one of laws)
    if (one.status === 'not-applicable') byLack.set(one.lacks, [...(byLack.get(one.lacks) ?? []), one.law.id]);
  return [...byLack]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(
      ([lack, ids]) => `  ${String(ids.length).padStart(6)}  lacks ${shown(lack, 100)}: ${shown(ids.join(', '), 200)}`,
    );
};

const lawText = ({ laws: results, unreached }: Totals): string => {
  const count = (status: LawResult['status']): number => results.filter((one) => one.status === status).length;
  const left = unreached > 0 ? `, ${unreached} not reached in time` : '';
  const all = results.length + unreached;
  return `${all} law${all === 1 ? '' : 's'}: ${count('holds')} hold, ${count('broken')} broken, ${count('not-applicable')} not applicable${left}`;
};

const programText = ({ ran, agreed, raised, skipped, findings }: Fuzzed): string[] => {
  const differ = findings.reduce((sum, { count }) => sum + count, 0);
  const left = [...skipped].sort(([, a], [, b]) => b - a);
  const unsaid = left.reduce((sum, [, count]) => sum + count, 0);
  return [
    `${ran} programs: ${agreed} agree (${raised} of them in what they refuse), ${differ} differ by ${findings.length} cause${findings.length === 1 ? '' : 's'}, ${unsaid} not compared`,
    ...left.map(([why, count]) => `  ${String(count).padStart(6)}  ${shown(why, 200)}`),
  ];
};

export const totalLines = (totals: Totals): string[] => [
  lawText(totals),
  ...lackLines(totals),
  ...(totals.programs === undefined ? [] : programText(totals.programs)),
];
