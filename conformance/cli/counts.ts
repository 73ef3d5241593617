/** `tconf list --counts`: how many cases each op has. */
import { pages } from '../pages/pages.gen.ts';
import type { Case } from '../values/case.ts';

/** What `npm run ladders` and `npm run special` derive from the pages. */
const derivedGroups: ReadonlySet<string> = new Set(['ladders', 'special']);

interface Counts {
  readonly op: string;
  /** Written by hand: those that cite a clause of the op's page. */
  written: number;
  /** Derived from the page: the op's own in `ladders/` and `special/`. */
  derived: number;
}

const countsOf = (cases: readonly Case[]): readonly Counts[] => {
  const counts = new Map(Object.keys(pages).map((op) => [op, { op, written: 0, derived: 0 }]));
  for (const { id, rules } of cases) {
    const [group, topic] = id.split('/');
    if (derivedGroups.has(group!)) {
      const own = counts.get(topic!);
      if (own !== undefined) own.derived++;
      continue;
    }
    for (const op of new Set(rules.map((rule) => rule.replace(/\.C\d+$/, '')))) {
      const cited = counts.get(op);
      if (cited !== undefined) cited.written++;
    }
  }
  return [...counts.values()].filter(({ written, derived }) => written + derived > 0);
};

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;

/** A line for each op that the cases speak of, and one for all; undefined if they speak of none. */
export const countsText = (cases: readonly Case[]): string | undefined => {
  const counts = countsOf(cases);
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
