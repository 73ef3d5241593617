/** Elements in nested brackets: which of them are shown, and how lines break. */

import type { Tensor } from '../autograd/tensor.ts';
import type { Item } from '../ops/dtypes/element.ts';
import type { Items } from '../ops/dtypes/tolist.ts';
import type { Column } from './column.ts';

export const LINE_WIDTH = 80;
/** A tensor of more elements is shortened. */
const THRESHOLD = 1000;
/** Entries shown at either end of a shortened axis. */
const EDGE = 3;

/** The indices to show along an axis; null stands for those left out. */
function entries(size: number, shortened: boolean): (number | null)[] {
  const all = Array.from({ length: size }, (_, i) => i);
  return shortened && size > 2 * EDGE ? [...all.slice(0, EDGE), null, ...all.slice(-EDGE)] : all;
}

/** What is shown, nested; null where entries are left out. */
export type Shown = Item | null | readonly Shown[];

export function shown(t: Tensor): Shown {
  const shortened = t.numel() > THRESHOLD;
  const pick = (part: Tensor): Shown => {
    if (part.ndim === 0) return part.item();
    // A row is read as a whole: a tensor per element would be slow.
    const row = part.ndim === 1 ? (part.tolist() as readonly Items[]) : null;
    return entries(part.shape[0]!, shortened).map((i) =>
      i === null ? null : row === null ? pick(part.select(0, i)) : (row[i] as Item),
    );
  };
  return pick(t);
}

export const leaves = (part: Shown): Item[] =>
  part === null ? [] : Array.isArray(part) ? part.flatMap(leaves) : [part as Item];

/** `indent` is the number of columns before the opening bracket. */
export function rows(part: Shown, ndim: number, indent: number, column: Column): string {
  if (!Array.isArray(part)) return column.write(part as Item);
  const under = ' '.repeat(indent + 1);
  if (ndim > 1) {
    const blocks = part.map((inner) => (inner === null ? '...' : rows(inner, ndim - 1, indent + 1, column)));
    return `[${blocks.join(`,${'\n'.repeat(ndim - 1)}${under}`)}]`;
  }
  const words = part.map((x) => (x === null ? ' ...' : column.write(x as Item)));
  const perLine = Math.max(1, Math.floor((LINE_WIDTH - indent) / (column.width + 2)));
  const lines: string[] = [];
  for (let i = 0; i < words.length; i += perLine) lines.push(words.slice(i, i + perLine).join(', '));
  return `[${lines.join(`,\n${under}`)}]`;
}
