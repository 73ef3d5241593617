import type { Literal } from '../../../values/case.ts';
import type { Rule } from './rule.ts';

/** So many copies along each axis, the last of both aligned. */
const copies = (x: readonly number[], times: Literal | undefined): readonly number[] => {
  const by = times as readonly number[];
  const rank = Math.max(x.length, by.length);
  return Array.from({ length: rank }, (_, k) => (x[k - rank + x.length] ?? 1) * (by[k - rank + by.length] ?? 1));
};

export const repeating: Readonly<Record<string, Rule>> = {
  repeat: ([x = []], { repeats }) => copies(x, repeats),
  tile: ([x = []], { dims }) => copies(x, dims),
};
