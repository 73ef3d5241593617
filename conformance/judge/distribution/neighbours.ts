/** Whether elements know of those that were drawn before. */
import { atMost, bernstein } from './chance.ts';
import type { Group } from './look.ts';

const NEAR = [1, 2, 3, 4, 5, 6, 7, 8, 15, 16];

/** Of a long sample fewer distances are looked at. */
const LONG = 50_000;

/** How far apart elements are compared: a few, powers of two, rows, and half of all. */
const distances = (n: number, row: number): readonly number[] => {
  const all = new Set(n < LONG ? NEAR : [1, 2, 8]);
  for (let d = 32; d <= n / 2 && n < LONG; d *= 2) all.add(d);
  for (const d of [row, Math.floor(n / 2)]) all.add(d);
  return [...all].filter((d) => d > 0 && d <= n / 2);
};

/**
 * Two functions of a rank whose products are summed: v = 2u − 1, where it stands, and w, how far from the middle: ½(3v² − 1) less
 * its mean. Of K steps of which u is in the middle of one, v² has the mean ⅓(1 − 1/K²) and v⁴ the mean (3 − 10/K² + 7/K⁴) / 15.
 */
const viewsOf = (steps: number) => {
  const k = 1 / steps ** 2;
  const square = (1 - k) / 3;
  return [
    { name: 'elements', mean: 0, variance: square },
    {
      name: 'distances from the middle',
      mean: (3 * square - 1) / 2,
      variance: (9 / 4) * ((3 - 10 * k + 7 * k * k) / 15 - square ** 2),
    },
  ] as const;
};

/** Σ xᵢ·xᵢ₊ₐ over all pairs some way apart. A function of its own, so that it is compiled once and not anew for each distance. */
const products = (x: Float64Array, apart: number): number => {
  let sum = 0;
  for (let i = 0, k = apart; k < x.length; i++, k++) sum += x[i]! * x[k]!;
  return sum;
};

/** How many elements are equal to the one some way before. */
const repetitions = (x: Float64Array, apart: number): number => {
  let count = 0;
  for (let i = 0, k = apart; k < x.length; i++, k++) if (x[i] === x[k]) count++;
  return count;
};

/** The correlation of elements some way apart, by their ranks in [0, 1], which may be in the middle of so many steps. */
export const correlations = (ranks: Float64Array, row: number, steps: number = Infinity): Group => {
  const n = ranks.length;
  const views = viewsOf(steps);
  const v = new Float64Array(n);
  const w = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    v[i] = 2 * ranks[i]! - 1;
    w[i] = (3 * v[i]! * v[i]! - 1) / 2 - views[1].mean;
  }
  return distances(n, row).flatMap((apart) => {
    const pairs = n - apart;
    return views.flatMap(({ name, variance }, view) => {
      const mean = products(view === 0 ? v : w, apart) / pairs;
      const found = (): string => `the correlation of ${name} ${apart} apart is ${(mean / variance).toFixed(3)}`;
      // Of two steps both are as far from the middle.
      return variance < 1e-12 ? [] : [{ found, chance: bernstein(pairs, mean, variance ** 2, 1) }];
    });
  });
};

/** How many elements are equal some way apart, where two are with that chance at most. */
export const equals = (values: Float64Array, row: number, chance: number): Group =>
  distances(values.length, row).map((apart) => {
    const pairs = values.length - apart;
    const count = repetitions(values, apart);
    return {
      found: () => `${count} of ${pairs} elements are equal to the one ${apart} before`,
      chance: atMost(count, pairs * chance),
    };
  });
