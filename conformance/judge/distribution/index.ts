/** Whether a sample is of a distribution. */
import type { Dtype } from '../../values/case.ts';
import type { Distribution } from '../../values/distribution.ts';
import type { Decoded } from '../../values/element.ts';
import { continuous } from './continuous.ts';
import { integers } from './integers.ts';
import { failing, type Group } from './look.ts';
import { permutations } from './permutations.ts';

/** From so many elements on a distribution is judged. */
export const fewest = 1000;

/** A tensor's elements, in their order. */
export interface Sample {
  readonly values: readonly Decoded[];
  readonly dtype: Dtype;
  readonly shape: readonly number[];
}

const looks = (
  { values, dtype, shape }: Sample,
  numbers: Float64Array,
  distribution: Distribution,
): readonly Group[] => {
  const row = shape.at(-1) ?? 1;
  if ('integers' in distribution) return integers(values, numbers, row, distribution.integers);
  if ('permutations' in distribution) return permutations(numbers, distribution.permutations);
  return continuous(numbers, dtype, row, distribution);
};

/** The least and the largest element that a sample of integers may have. */
export const endsOf = (distribution: Distribution): readonly bigint[] =>
  'integers' in distribution ? [BigInt(distribution.integers.low), BigInt(distribution.integers.high) - 1n] : [];

/** `uniform(0, 1)` */
export const distributionText = (distribution: Distribution): string => {
  const [family, parameters] = Object.entries(distribution)[0]!;
  return `${family}(${Object.values(parameters as object).join(', ')})`;
};

/** Why a sample is none of the distribution, in words; undefined if it may be one. A right library fails once in a million. */
export const distributionFault = (sample: Sample, distribution: Distribution): string | undefined => {
  const n = sample.values.length;
  if (n < fewest) return `has ${n} elements; a distribution is judged from ${fewest} on`;
  const numbers = new Float64Array(n);
  let nans = 0;
  for (let i = 0; i < n; i++) {
    numbers[i] = Number(sample.values[i]);
    if (Number.isNaN(numbers[i])) nans++;
  }
  if (nans > 0) return `${nans} of ${n} elements are NaN`;
  const look = failing(looks(sample, numbers, distribution));
  if (look === undefined) return undefined;
  const odds = look.chance > 0 ? `, by chance once in 10^${Math.floor(-Math.log10(look.chance))}` : '';
  return `is not distributed as ${distributionText(distribution)}: ${look.found()}${odds}`;
};
