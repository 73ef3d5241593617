/** What sums of products leave of their operands' axes. */
import type { Shape } from '../../../arbitraries/shape.ts';
import { at, type Rule } from './rule.ts';

/** Rows by columns, behind a stack where there is one; what is added stands before them. */
const added: Rule = ([, a = [], b = []]) => [...a.slice(0, -1), b.at(-1)!];

/** All axes but the last of both; a 0-d tensor only scales. */
const inner: Rule = ([a = [], b = []]) =>
  a.length === 0 || b.length === 0 ? [...a, ...b] : [...a.slice(0, -1), ...b.slice(0, -1)];

/** All axes of one that meet no axis of the other, then those of the other. */
const tensordot: Rule = ([a = [], b = []], { dims = 2 }) => {
  if (typeof dims === 'number') return [...a.slice(0, a.length - dims), ...b.slice(dims)];
  const [left = [], right = []] = dims as readonly (readonly number[])[];
  const rest = (shape: Shape, axes: readonly number[]): Shape =>
    shape.filter((_, k) => !axes.map((axis) => at(axis, shape.length)).includes(k));
  return [...rest(a, left), ...rest(b, right)];
};

export const contractions: Readonly<Record<string, Rule>> = {
  addmm: added,
  baddbmm: added,
  inner,
  tensordot,
  outer: ([a = [], b = []]) => [...a, ...b],
  trace: () => [],
};
