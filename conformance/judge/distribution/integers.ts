/** Samples of integers, each of a range as often as any other. */
import type { Decoded } from '../../values/element.ts';
import { chernoff, chiSquare } from './chance.ts';
import { type Group, impossible } from './look.ts';
import { correlations } from './neighbours.ts';

/** With so many of each integer they are counted one by one. */
const EACH = 10;
/** Otherwise by their highest, and by their lowest binary digits. */
const CELLS = 64;

const spread = (cells: ArrayLike<number>, count: number, what: string): readonly Group[] => {
  const counts = new Float64Array(count);
  for (let i = 0; i < cells.length; i++) counts[cells[i]!]!++;
  const due = cells.length / count;
  const sum = counts.reduce((total, one) => total + (one - due) ** 2 / due, 0);
  const all = {
    found: () => `${what} are spread with χ² = ${sum.toFixed(0)} over ${count}`,
    chance: chiSquare(sum, count - 1),
  };
  const each = Array.from(counts, (one, k) => ({
    found: () => `of ${what} ${k} comes ${one} times, where ${due.toPrecision(3)} are due`,
    chance: chernoff(cells.length, one, 1 / count),
  }));
  return [[all], each];
};

const again = (places: Float64Array, count: number): Group => {
  let equal = 0;
  for (let i = 1; i < places.length; i++) if (places[i] === places[i - 1]) equal++;
  return [
    {
      found: () => `${equal} elements are equal to the one before`,
      chance: chernoff(places.length - 1, equal, 1 / count),
    },
  ];
};

/** The remainders of the elements themselves, of which a number may not hold the last digits. */
const remainders = (values: readonly Decoded[], numbers: Float64Array, low: number): Uint8Array =>
  typeof values[0] === 'bigint'
    ? Uint8Array.from(values, (x) => Number(BigInt.asUintN(6, (x as bigint) - BigInt(low))))
    : Uint8Array.from(numbers, (x) => (x - low) % CELLS);

/** What is looked at in a sample of integers from `low` up to, and without, `high`; `numbers` are those of the values. */
export const integers = (
  values: readonly Decoded[],
  numbers: Float64Array,
  row: number,
  { low, high }: { readonly low: number; readonly high: number },
): readonly Group[] => {
  if (!numbers.every(Number.isInteger)) return [impossible('some elements are no integers')];
  // Not of the numbers: 2⁶³ − 1 would be 2⁶³.
  const outside = (values as readonly number[]).filter((x) => x < low || x >= high).length;
  if (outside > 0) return [impossible(`${outside} elements lie outside`)];
  const [n, size] = [values.length, high - low];
  const places = numbers.map((x) => x - low);
  const ranks = places.map((x) => (x + 0.5) / size);
  const spreads =
    size * EACH <= n
      ? spread(places, size, 'the integers')
      : [
          ...spread(
            ranks.map((u) => Math.min(CELLS - 1, Math.floor(u * CELLS))),
            CELLS,
            'the parts of the range',
          ),
          ...(n >= EACH * CELLS && size % CELLS === 0
            ? spread(remainders(values, numbers, low), CELLS, 'the remainders')
            : []),
        ];
  return size === 1 ? [] : [...spreads, correlations(ranks, row, size), again(places, size)];
};
