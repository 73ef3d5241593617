/** How many cases each op has, written by hand and derived from its page. */
import type { Case } from '../values/case.ts';

/** What `npm run ladders` and `npm run special` derive from the pages. */
const derivedGroups: ReadonlySet<string> = new Set(['ladders', 'special']);

export interface Counts {
  readonly op: string;
  /** Written by hand: those that cite a clause of the op's page. */
  readonly written: number;
  /** Derived from the page: the op's own in `ladders/` and `special/`. */
  readonly derived: number;
}

/** One for each of the ops, in their order, also where no case speaks of it. */
export const countsOf = (cases: readonly Case[], ops: readonly string[]): readonly Counts[] => {
  const counts = new Map(ops.map((op) => [op, { op, written: 0, derived: 0 }]));
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
  return [...counts.values()];
};
