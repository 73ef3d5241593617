import type { Dtype, Element, Nested } from './case.ts';
import { type FloatDtype, isFloat } from './dtypes.ts';
import { repeatsOf } from './repeats.ts';
import { round } from './round.ts';

/** One element as it is compared: bigint for every integer dtype, number for the floating ones, boolean for bool. */
export type Decoded = number | bigint | boolean;

export const flatten = (data: Nested<Element>): Element[] => {
  if (!Array.isArray(data)) return [data as Element];
  const out: Element[] = [];
  const walk = (part: readonly Nested<Element>[]): void => {
    for (const item of part) {
      if (Array.isArray(item)) walk(item);
      else out.push(item as Element);
    }
  };
  walk(data);
  return out;
};

/** A fixture's element as its dtype holds it: read as float64, rounded once. */
export const decode = (element: Element, dtype: Dtype): Decoded => {
  if (dtype === 'bool') return element === true;
  return isFloat(dtype) ? round(Number(element), dtype) : BigInt(element);
};

/** The elements of a tensor as its dtype holds them, flat and row-major; those that repeat are read once. */
export const decodeAll = (
  value: { readonly shape?: readonly number[] | undefined; readonly data: Nested<Element> },
  dtype: Dtype,
): Decoded[] => {
  const repeats = repeatsOf(value);
  if (repeats === undefined) return flatten(value.data).map((element) => decode(element, dtype));
  const period = repeats.map((element) => decode(element, dtype));
  const size = value.shape!.reduce((n, axis) => n * axis, 1);
  const all = new Array<Decoded>(size);
  for (let i = 0, k = 0; i < size; i++) {
    all[i] = period[k]!;
    k = k + 1 === period.length ? 0 : k + 1;
  }
  return all;
};

/**
 * An observed element in the terms of the expected dtype, or undefined if that dtype has no such value (2 for bool, 1.5 or
 * NaN for int64). 0 and 1 are taken for bool: libraries that keep booleans as bytes read back so.
 */
export const observe = (seen: unknown, dtype: Dtype): Decoded | undefined => {
  if (isFloat(dtype)) {
    if (typeof seen === 'number') return round(seen, dtype);
    return typeof seen === 'bigint' ? round(Number(seen), dtype) : undefined;
  }
  if (dtype === 'bool') {
    if (typeof seen === 'boolean') return seen;
    return seen === 0 || seen === 0n ? false : seen === 1 || seen === 1n ? true : undefined;
  }
  if (typeof seen === 'bigint') return seen;
  return typeof seen === 'number' && Number.isInteger(seen) ? BigInt(seen) : undefined;
};

/** The decimal of the fewest digits that gives `value` when it is read as float64 and rounded to the dtype. */
export const shortest = (value: number, dtype: FloatDtype): number => {
  if (dtype === 'float64' || Number.isSafeInteger(value)) return value;
  for (let digits = 1; digits < 17; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (round(candidate, dtype) === value) return candidate;
  }
  return value;
};

/** A number as fixtures and reports write it: what JSON cannot hold is a string. */
export const encode = (value: unknown, dtype: Dtype): Element => {
  if (typeof value === 'bigint') {
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : String(value);
  }
  if (typeof value !== 'number') return typeof value === 'boolean' ? value : String(value);
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return '-0';
  return isFloat(dtype) ? shortest(value, dtype) : value;
};
