/** What sums of products leave of their operands' axes. */
import type { Rule } from './rule.ts';

/** Rows by columns, behind a stack where there is one; what is added stands before them. */
const added: Rule = ([, a = [], b = []]) => [...a.slice(0, -1), b.at(-1)!];

/** All axes but the last of both; a 0-d tensor only scales. */
const inner: Rule = ([a = [], b = []]) =>
  a.length === 0 || b.length === 0 ? [...a, ...b] : [...a.slice(0, -1), ...b.slice(0, -1)];

export const contractions: Readonly<Record<string, Rule>> = {
  addmm: added,
  baddbmm: added,
  inner,
  outer: ([a = [], b = []]) => [...a, ...b],
  trace: () => [],
};
