import type { Dtype, Element, Literal } from './case.ts';
import { type FloatDtype, isFloat } from './dtypes.ts';
import { round } from './round.ts';

/**
 * An element as fixtures write it: integral values within ±(2^53−1) in full, other numbers as the shortest decimal that
 * gives the value when read as float64 and rounded to the dtype, and as a string what JSON cannot hold.
 */
export function element(value: number | bigint | boolean, dtype: Dtype): Element {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'bigint') {
    const near = Number(value);
    return Number.isSafeInteger(near) ? near : value.toString();
  }
  if (Object.is(value, -0)) return '-0';
  if (!Number.isFinite(value)) return String(value);
  return Number.isSafeInteger(value) || !isFloat(dtype) ? value : shortest(value, dtype);
}

/** A Python float as a literal: bare unless it is integral, which would be an int, or JSON would lose it. */
export function floatLiteral(value: number): Literal {
  const plain = element(value, 'float64') as number | string;
  return typeof plain === 'string' || Number.isInteger(plain) ? { float: plain } : plain;
}

function shortest(value: number, dtype: FloatDtype): number {
  // The host's own numbers are written in the fewest digits.
  if (dtype === 'float64') return value;
  for (let digits = 1; digits < 17; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (round(candidate, dtype) === value) return candidate;
  }
  return value;
}
