/** Samples of permutations of 0 … n − 1, each as often as any other, one after the other. */
import { chiSquare, massart, poisson } from './chance.ts';
import { type Group, impossible, type Look } from './look.ts';

/** With so many in each cell the cells are counted. */
const EACH = 20;

/** The first permutation of the numbers, n at a time, that is none. */
const wrongAt = (values: Float64Array, n: number): number => {
  for (let start = 0; start < values.length; start += n) {
    const seen = new Uint8Array(n);
    for (let i = start; i < start + n; i++) seen[values[i]!] = 1;
    if (!seen.every((one) => one === 1)) return start / n;
  }
  return -1;
};

/** Σ (count − due)² / due over cells of which each is due as often. */
const unevenness = (counts: Float64Array, total: number): number => {
  const due = total / counts.length;
  return counts.reduce((sum, one) => sum + (one - due) ** 2 / due, 0);
};

/** The place of a permutation among all of them in order: Lehmer's code. */
const rankOf = (row: Float64Array): number =>
  row.reduce((rank, x, i) => rank * (row.length - i) + row.subarray(i + 1).filter((y) => y < x).length, 0);

const classes = (values: Float64Array, n: number): Group => {
  const rows = values.length / n;
  let count = 1;
  for (let k = 2; k <= n && count * EACH <= rows; k++) count *= k;
  if (count * EACH > rows) return [];
  const counts = new Float64Array(count);
  for (let r = 0; r < rows; r++) counts[rankOf(values.subarray(r * n, (r + 1) * n))]!++;
  const sum = unevenness(counts, rows);
  return [{ found: () => `all ${count} are spread with χ² = ${sum.toFixed(0)}`, chance: chiSquare(sum, count - 1) }];
};

/** Each number comes as often to each place. */
const places = (values: Float64Array, n: number): Group => {
  if (n * EACH > values.length / n) return [];
  const counts = new Float64Array(n * n);
  for (let i = 0; i < values.length; i++) counts[(i % n) * n + values[i]!]!++;
  // What is in one place is in no other: (n − 1)² of the n² counts are free.
  const sum = (unevenness(counts, values.length) * (n - 1)) / n;
  return [
    {
      found: () => `the numbers are spread over the places with χ² = ${sum.toFixed(0)} over ${(n - 1) ** 2}`,
      chance: chiSquare(sum, (n - 1) ** 2),
    },
  ];
};

/** How often each way round a circle was gone, where each is due as often. Way 0 is looked at by itself. */
const around = (counts: Float64Array, what: string): Group => {
  const total = counts.reduce((sum, one) => sum + one, 0);
  if (total === 0 || counts.length < 2) return [];
  const due = total / counts.length;
  const none = counts[0]!;
  const still: Look = {
    found: () => `${none} of ${total} numbers ${what}, where ${due.toPrecision(3)} are due`,
    chance: poisson(none, due),
  };
  if (due >= EACH) {
    const sum = unevenness(counts, total);
    const found = (): string =>
      `how far numbers are from that is spread with χ² = ${sum.toFixed(0)} over ${counts.length}`;
    return [still, { found, chance: chiSquare(sum, counts.length - 1) }];
  }
  let [below, gap] = [0, 0];
  for (let way = 0; way < counts.length; way++) {
    below += counts[way]!;
    gap = Math.max(gap, Math.abs(below / total - (way + 1) / counts.length));
  }
  const root = (Math.sqrt(total) * gap).toFixed(2);
  return [still, { found: () => `√n·D of how far numbers are from that is ${root}`, chance: massart(total, gap) }];
};

/** From each number to its place, to the one before, and to where it was in the permutation before. */
const waysOf = (values: Float64Array, n: number): readonly [Float64Array, Float64Array, Float64Array] => {
  const ways = [new Float64Array(n), new Float64Array(n - 1), new Float64Array(n)] as const;
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!;
    const place = i % n;
    ways[0][(x - place + n) % n]!++;
    if (place > 0) ways[1][(x - values[i - 1]! - 1 + n) % n]!++;
    if (i >= n) ways[2][(x - values[i - n]! + n) % n]!++;
  }
  return ways;
};

/** What is looked at in a sample of permutations that stand one after the other. */
export const permutations = (values: Float64Array, { of: n }: { readonly of: number }): readonly Group[] => {
  if (values.length % n !== 0) return [impossible(`${values.length} numbers are no permutations of ${n}`)];
  const wrong = wrongAt(values, n);
  if (wrong >= 0) return [impossible(`numbers ${wrong * n} to ${(wrong + 1) * n - 1} are no permutation`)];
  const [own, follow, before] = waysOf(values, n);
  return [
    classes(values, n),
    places(values, n),
    around(own, 'are in their own place'),
    around(follow, 'stand behind the one below'),
    around(before, 'are where they were in the permutation before'),
  ];
};
