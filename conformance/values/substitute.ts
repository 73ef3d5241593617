import type { Dtype } from './case.ts';
import { isFloat } from './dtypes.ts';
import type { Decoded } from './element.ts';
import { integerRanges } from './formats.ts';
import { round } from './round.ts';

const fits = (value: Decoded, dtype: Dtype): boolean => {
  const number = Number(value);
  if (isFloat(dtype)) {
    const held = round(number, dtype);
    if (typeof value === 'bigint') return Number.isFinite(held) && BigInt(held) === value;
    return Number.isFinite(held) || !Number.isFinite(number);
  }
  const range = integerRanges[dtype];
  if (range === undefined) return number === 0 || number === 1;
  return Number.isInteger(number) && BigInt(number) >= range[0] && BigInt(number) <= range[1];
};

/** Whether each of the values can be held by the dtype that stands in for theirs. */
export const withinSubstitute = (values: readonly Decoded[], substitute: Dtype): boolean =>
  values.every((value) => fits(value, substitute));
