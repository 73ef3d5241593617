import { type IndexItem, unsupported } from '../../adapter/contract.ts';
import type { T } from './array.ts';

type Item = Parameters<T['slice']>[number];

/** `slice` takes integers, contiguous slices, null and arrays. */
export const getitem = (x: T, index: readonly IndexItem<T>[]): T =>
  x.ref.slice(...index.flatMap((item) => (item === '...' ? rest(x, index) : [itemOf(item)])));

/** What `...` stands for. */
function rest(x: T, index: readonly IndexItem<T>[]): Item[] {
  const given = index.filter((item) => item !== null && item !== '...').length;
  return Array<Item>(Math.max(x.ndim - given, 0)).fill([]);
}

function itemOf(item: Exclude<IndexItem<T>, '...'>): Item {
  if (typeof item === 'number' || item === null) return item;
  if (typeof item === 'boolean') return unsupported('a bool as an index');
  if ('tensor' in item) return item.tensor.ref;
  const { start, stop, step = 1 } = item;
  if (step !== 1) return unsupported('a slice with a step');
  if (stop === undefined) return start === undefined ? [] : [start];
  return [start ?? 0, stop];
}
