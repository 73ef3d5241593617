/** Samples of numbers that are spread over an interval: uniform, or normal. */
import type { Dtype } from '../../values/case.ts';
import type { Distribution } from '../../values/distribution.ts';
import { type FloatDtype, isFloat } from '../../values/dtypes.ts';
import { spacing } from '../../values/round.ts';
import { bitsOf } from './bits.ts';
import { atMost, bernstein, chernoff, massart } from './chance.ts';
import { type Group, impossible, type Look } from './look.ts';
import { correlations, equals } from './neighbours.ts';
import { nearNormalCdf, normalCdf } from './normal-cdf.ts';
import { hermite, legendre, type Polynomial } from './polynomials.ts';

type Continuous = Extract<Distribution, { normal: unknown } | { uniform: unknown }>;

/** A family of distributions, as this room needs it. */
interface Family {
  /** A number as one of the standard distribution. */
  readonly standard: (x: number) => number;
  /** The distribution function of the standard one. */
  readonly below: (z: number) => number;
  /** Polynomials of a standard number, none of which has to do with another. */
  readonly polynomials: readonly Polynomial[];
  /** The largest density, of numbers that are not standard. */
  readonly density: number;
  /** The largest magnitude that a few of a thousand numbers have. */
  readonly reach: number;
}

const familyOf = (distribution: Continuous): Family => {
  if ('normal' in distribution) {
    const { mean, std } = distribution.normal;
    return {
      standard: (x) => (x - mean) / std,
      below: nearNormalCdf,
      polynomials: hermite(),
      density: 0.4 / std,
      reach: Math.abs(mean) + 3 * std,
    };
  }
  const { low, high } = distribution.uniform;
  return {
    standard: (x) => (x - low) / (high - low),
    below: (u) => Math.min(1, Math.max(0, u)),
    polynomials: legendre(),
    density: 1 / (high - low),
    reach: Math.max(Math.abs(low), Math.abs(high)),
  };
};

/** Of how many bits a right library's uniform numbers are at least: PyTorch's have two more. */
const BITS: Readonly<Record<FloatDtype, number>> = { float16: 9, bfloat16: 6, float32: 22, float64: 33 };

/** √n·D, of ranks in rising order. */
const form = (ranks: Float64Array): Group => {
  const n = ranks.length;
  let gap = 0;
  for (let i = 0; i < n; i++) gap = Math.max(gap, ranks[i]! - i / n, (i + 1) / n - ranks[i]!);
  return [{ found: () => `√n·D is ${(Math.sqrt(n) * gap).toFixed(2)}`, chance: massart(n, gap) }];
};

const moments = (standard: Float64Array, { polynomials }: Family): Group =>
  polynomials.map(({ name, of, mean, variance, bound }) => {
    let sum = 0;
    for (let i = 0; i < standard.length; i++) sum += of(standard[i]!);
    const off = sum / standard.length - mean;
    const far = (off / Math.sqrt(variance / standard.length)).toFixed(1);
    return {
      found: () => `the mean of ${name} is ${far} of its deviations away from what is due`,
      chance: bernstein(standard.length, off, variance, bound),
    };
  });

/** How many of the ranks in rising order are less. */
const less = (ranks: Float64Array, limit: number): number => {
  let [low, high] = [0, ranks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranks[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** What stands at a limit is not beyond it, whatever rounding makes of it. */
const ROUNDING = 1e-9;

/** How many ranks, in rising order, stand beyond 2, 3 and 4 deviations of a normal distribution: on either side, and on both. */
const tails = (ranks: Float64Array, bits: number): Group =>
  [2, 3, 4].flatMap((z) => {
    const p = normalCdf(-z) * (1 - ROUNDING);
    // A grid has no finer shares.
    if (p < 2 ** -bits) return [];
    const [first, last] = [less(ranks, p), ranks.length - less(ranks, 1 - p)];
    const look = (side: string, count: number, share: number): Look => ({
      found: () =>
        `${count} elements are among the ${side} ${(100 * share).toPrecision(2)} %, where ${(share * ranks.length).toPrecision(3)} are due`,
      chance: chernoff(ranks.length, count, share),
    });
    return [look('smallest', first, p), look('largest', last, p), look('outermost', first + last, 2 * p)];
  });

/** The chance that two elements are equal, at most. */
const coincidence = ({ density, reach }: Family, dtype: FloatDtype): number =>
  Math.max(2 ** -BITS[dtype], spacing(reach, dtype) * density);

/** Ranks in rising order are equal where elements are. */
const repeated = (rising: Float64Array, chance: number): Group => {
  let count = 0;
  for (let i = 1; i < rising.length; i++) if (rising[i] === rising[i - 1]) count++;
  const due = (rising.length ** 2 * chance) / 2;
  return [
    {
      found: () => `${count} elements come a second time, where ${due.toPrecision(2)} may`,
      chance: atMost(count, due),
    },
  ];
};

const isUnit = (distribution: Continuous): boolean =>
  'uniform' in distribution && distribution.uniform.low === 0 && distribution.uniform.high === 1;

/** Every element of a float64 sample is one of float32. */
const isCoarse = (values: Float64Array, dtype: Dtype): boolean =>
  dtype === 'float64' && values.every((x) => Math.fround(x) === x);

/** What is looked at in a sample of numbers, drawn one after the other. */
export const continuous = (
  values: Float64Array,
  dtype: Dtype,
  row: number,
  distribution: Continuous,
): readonly Group[] => {
  const family = familyOf(distribution);
  const held = isFloat(dtype) ? dtype : 'float64';
  const standard = values.map(family.standard);
  if ('uniform' in distribution) {
    const { low, high } = distribution.uniform;
    const outside = values.filter((x) => x < low || x > high).length;
    if (outside > 0) return [impossible(`${outside} elements lie outside`)];
  }
  if (isCoarse(values, dtype)) return [impossible('every element is one of float32')];
  const ranks = standard.map(family.below);
  const rising = ranks.toSorted();
  const chance = coincidence(family, held);
  return [
    form(rising),
    moments(standard, family),
    tails(rising, BITS[held]),
    correlations(ranks, row),
    equals(values, row, chance),
    repeated(rising, chance),
    ...(isUnit(distribution) ? bitsOf(values, BITS[held]) : []),
  ];
};
