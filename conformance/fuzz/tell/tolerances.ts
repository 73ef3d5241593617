/** Expectations that tell a value from one that is off by 1 %, which every fixture file has to. */

import { bluntness } from '../../judge/index.ts';
import type { Case, Dtype, Expectation, Tolerance } from '../../values/case.ts';
import { type FloatDtype, isFloat } from '../../values/dtypes.ts';
import { decode, flatten } from '../../values/element.ts';

/** How much of a number may be wrong: some last bits of its dtype, and far less than 1 %. */
const RTOL: Readonly<Record<FloatDtype, number>> = { float16: 4e-3, bfloat16: 4e-3, float32: 1e-4, float64: 1e-7 };
/** How much of the smallest number of a tensor may be wrong in any of them. */
const OF_SMALLEST = 4e-3;

const bound = (numbers: readonly number[], dtype: FloatDtype): Tolerance => {
  const sizes = numbers.map(Math.abs).filter((x) => x > 0 && Number.isFinite(x));
  return { rtol: RTOL[dtype], atol: sizes.length === 0 ? 0 : OF_SMALLEST * Math.min(...sizes) };
};

const sharper = (expectation: Expectation): Expectation => {
  const { dtype, data, value, each } = expectation;
  if (each !== undefined) return { ...expectation, each: each.map(sharper) };
  if (data !== undefined && dtype !== undefined && isFloat(dtype)) {
    const numbers = flatten(data).map((element) => Number(decode(element, dtype as Dtype)));
    return { ...expectation, tolerance: bound(numbers, dtype) };
  }
  return typeof value === 'number' ? { ...expectation, tolerance: bound([value], 'float32') } : expectation;
};

/** The case with a tolerance of its own for each name whose derived one would accept anything. */
export const withTolerances = (one: Case): Case => {
  const blunt = new Set(bluntness(one).map(({ name }) => name.replace(/\[.*/, '')));
  if (blunt.size === 0) return one;
  const names = Object.entries(one.expected.names).map(([name, expectation]): [string, Expectation] => [
    name,
    blunt.has(name) ? sharper(expectation) : expectation,
  ]);
  return { ...one, expected: { ...one.expected, names: Object.fromEntries(names) } };
};
