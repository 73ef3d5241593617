/** One notation and one width for all elements of a tensor. */
import type { Item } from '../ops/dtypes/element.ts';
import { fixed, scientific, whole } from './number.ts';

export interface Column {
  /** What elements are padded to; a few may be wider. */
  readonly width: number;
  readonly write: (x: Item) => string;
}

const LARGE = 1e8;
const SMALL = 1e-4;
const SPREAD = 1000;

const withPoint = (x: number): string => (Number.isFinite(x) ? `${whole(x)}.` : whole(x));

/** The notation is decided by the finite elements that are not zero. */
function notationFor(values: readonly number[]): (x: number) => string {
  const sizes = values.map(Math.abs);
  const min = sizes.reduce((a, b) => Math.min(a, b), Infinity);
  const max = sizes.reduce((a, b) => Math.max(a, b), 0);
  const integral = values.every(Number.isInteger);
  if (max > LARGE || max / min > SPREAD || (!integral && min < SMALL)) return scientific;
  return integral ? withPoint : fixed;
}

function column(counted: readonly Item[], notation: (x: Item) => string): Column {
  const width = counted.reduce<number>((w, x) => Math.max(w, notation(x).length), 1);
  return { width, write: (x) => notation(x).padStart(width) };
}

/** The column for elements of a floating dtype, or of another. */
export function columnFor(items: readonly Item[], floating: boolean): Column {
  if (!floating) return column(items, (x) => (typeof x === 'boolean' ? (x ? 'True' : 'False') : String(x)));
  const counted = (items as readonly number[]).filter((x) => x !== 0 && Number.isFinite(x));
  return column(counted, notationFor(counted) as (x: Item) => string);
}
