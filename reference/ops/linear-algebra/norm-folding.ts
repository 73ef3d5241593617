import type { FoldRow } from '../../kernels/groups.ts';
import type { Dtype } from '../../numbers/dtype.ts';

/** How the magnitudes of one norm add up: from `first`, by `row`, then `finish`. */
export interface Folding {
  readonly first: number;
  readonly row: FoldRow;
  readonly finish: (total: number) => number;
}

type Round = (x: number) => number;

const squares =
  (round: Round): FoldRow =>
  (total, n, a, p, s) => {
    let sum = total;
    for (let i = 0; i < n; i++) sum += round(a[p + i * s]! * a[p + i * s]!);
    return sum;
  };
const magnitudes: FoldRow = (total, n, a, p, s) => {
  let sum = total;
  for (let i = 0; i < n; i++) sum += Math.abs(a[p + i * s]!);
  return sum;
};
const nonzero: FoldRow = (total, n, a, p, s) => {
  let count = total;
  for (let i = 0; i < n; i++) if (a[p + i * s] !== 0) count++;
  return count;
};
const powers =
  (exponent: number, round: Round): FoldRow =>
  (total, n, a, p, s) => {
    let sum = total;
    for (let i = 0; i < n; i++) sum += round(Math.abs(a[p + i * s]!) ** exponent);
    return sum;
  };
// Math.max and Math.min keep a NaN.
const greatest: FoldRow = (total, n, a, p, s) => {
  let most = total;
  for (let i = 0; i < n; i++) most = Math.max(most, Math.abs(a[p + i * s]!));
  return most;
};
const least: FoldRow = (total, n, a, p, s) => {
  let fewest = total;
  for (let i = 0; i < n; i++) fewest = Math.min(fewest, Math.abs(a[p + i * s]!));
  return fewest;
};
const asItIs = (total: number): number => total;

/** The p-norm's. Powers and their sum have the range of the dtype, of float32 where it is narrower. */
export function foldingOf(p: number, dtype: Dtype): Folding {
  if (p === Infinity) return { first: 0, row: greatest, finish: asItIs };
  if (p === -Infinity) return { first: Infinity, row: least, finish: asItIs };
  if (p === 0) return { first: 0, row: nonzero, finish: asItIs };
  if (p === 1) return { first: 0, row: magnitudes, finish: asItIs };
  const round = dtype === 'float64' ? asItIs : Math.fround;
  if (p === 2) return { first: 0, row: squares(round), finish: (total) => Math.sqrt(round(total)) };
  return { first: 0, row: powers(p, round), finish: (total) => round(total) ** (1 / p) };
}
