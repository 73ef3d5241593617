/** The special values of floating dtypes, and an ordinary one of each kind beside them. */
import type { Element, Literal } from '../values/case.ts';
import { element, floatLiteral } from '../values/decimal.ts';
import type { FloatDtype } from '../values/dtypes.ts';
import { formats } from '../values/formats.ts';

/** A class, as names of values call it. */
export type Class =
  | 'nan'
  | 'inf'
  | 'minus_inf'
  | 'zero'
  | 'minus_zero'
  | 'tiny'
  | 'max'
  | 'minus_max'
  | 'one'
  | 'minus_one'
  | 'half'
  | 'minus_half'
  | 'two'
  | 'three'
  | 'minus_two'
  | 'minus_three'
  | 'minus_three_halves';

const EVERYWHERE: Readonly<Partial<Record<Class, number>>> = {
  nan: Number.NaN,
  inf: Infinity,
  minus_inf: -Infinity,
  zero: 0,
  minus_zero: -0,
  one: 1,
  minus_one: -1,
  half: 0.5,
  minus_half: -0.5,
  two: 2,
  three: 3,
  minus_two: -2,
  minus_three: -3,
  minus_three_halves: -1.5,
};

/** Those that every op is asked: a prime number of them. */
export const CLASSES: readonly Class[] = [
  'nan',
  'inf',
  'minus_inf',
  'zero',
  'minus_zero',
  'tiny',
  'max',
  'one',
  'minus_one',
  'half',
  'two',
  'three',
  'minus_three_halves',
];

export const DTYPES: readonly FloatDtype[] = ['float32', 'float64', 'float16', 'bfloat16'];
/** Those in which a library computes what it computes; the others it often converts on the way in and out. */
export const WIDE: readonly FloatDtype[] = ['float32', 'float64'];

/** The number of a class: `tiny` is the smallest above 0, `max` the largest that is finite. */
export function numberOf(one: Class, dtype: FloatDtype): number {
  const { precision, minExponent, maxExponent } = formats[dtype];
  if (one === 'tiny') return 2 ** (minExponent - precision + 1);
  if (one === 'minus_max') return -numberOf('max', dtype);
  if (one === 'max') return (2 - 2 ** (1 - precision)) * 2 ** maxExponent;
  return EVERYWHERE[one]!;
}

/** The class of a number, if it is of any. */
export const classOf = (value: number, dtype: FloatDtype): Class | undefined =>
  ALL.find((one) => Object.is(numberOf(one, dtype), value));

export const ALL: readonly Class[] = ['tiny', 'max', 'minus_max', ...(Object.keys(EVERYWHERE) as Class[])];

export const elementOf = (one: Class, dtype: FloatDtype): Element => element(numberOf(one, dtype), dtype);

/** As a Python number. */
export const literalOf = (one: Class, dtype: FloatDtype): Literal => floatLiteral(numberOf(one, dtype));

/** As a person writes it in a title or a reason. */
export const FLOATS = 'NaN, infinities, zeros of both signs, the smallest and the largest number';
