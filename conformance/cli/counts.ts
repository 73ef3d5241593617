/** `tconf list --counts`: how many cases each op has. */
import { pages } from '../pages/pages.gen.ts';
import { countsOf } from '../select/counts.ts';
import type { Case } from '../values/case.ts';

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;

/** A line for each op that the cases speak of, and one for all; undefined if they speak of none. */
export const countsText = (cases: readonly Case[]): string | undefined => {
  const counts = countsOf(cases, Object.keys(pages)).filter(({ written, derived }) => written + derived > 0);
  if (counts.length === 0) return undefined;
  const width = Math.max(2, ...counts.map(({ op }) => op.length));
  const line = (op: string, written: unknown, derived: unknown): string =>
    `${op.padEnd(width)}  ${String(written).padStart(7)}  ${String(derived).padStart(7)}\n`;
  const all = counts.map(({ written }) => written);
  const fewest = Math.min(...all);
  const least = counts.filter(({ written }) => written === fewest).map(({ op }) => op);
  return [
    line('op', 'written', 'derived'),
    ...counts.map(({ op, written, derived }) => line(op, written, derived)),
    `\n${counts.length} ops, ${cases.length} cases; written for an op: median ${median(all)}, fewest ${fewest} (${least.join(', ')})\n`,
  ].join('');
};
