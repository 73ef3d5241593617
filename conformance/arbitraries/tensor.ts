/** Tensor inputs: the numbers of a dtype within a domain, with the special ones over-represented. */
import fc from 'fast-check';
import type { Domain } from '../pages/page.ts';
import type { Dtype, Element, Nested, TensorValue } from '../values/case.ts';
import { element as written } from '../values/decimal.ts';
import { type FloatDtype, isFloat } from '../values/dtypes.ts';
import { type Decoded, decode, flatten } from '../values/element.ts';
import { formats, integerRanges } from '../values/formats.ts';
import { round } from '../values/round.ts';
import { type Shape, volume } from './shape.ts';

export interface Numbers extends Domain {
  /** With NaN, the infinities, minus zero, subnormals and the largest number. Default: false. */
  readonly special?: boolean;
}

/** Shrinks to the first of the alternatives, whichever was drawn. */
const simplest = { withCrossShrink: true } as const;

/** One element of a dtype, as fixtures write it. Shrinks to 0, or to the domain's simplest number. */
export const element = (
  dtype: Dtype,
  { low = -10, high = 10, avoid = [], special = false }: Numbers = {},
): fc.Arbitrary<Element> => {
  if (dtype === 'bool') return fc.boolean();
  if (!isFloat(dtype)) return integer(dtype, low, high, special);
  const eighths = fc.integer({ min: Math.ceil(low * 8), max: Math.floor(high * 8) }).map((n) => n / 8);
  const fine = fc.integer({ min: 0, max: 2 ** 24 - 1 }).map((n) => low + ((high - low) * n) / 2 ** 24);
  const usual = fc
    .oneof(simplest, { weight: 3, arbitrary: eighths }, { weight: 1, arbitrary: fine })
    .map((x) => round(x, dtype));
  // Far from a point without a derivative, so that a difference quotient does not straddle it.
  const safe = avoid.length === 0 ? usual : usual.filter((x) => avoid.every((point) => Math.abs(x - point) >= 1 / 16));
  const all = special
    ? fc.oneof(simplest, { weight: 5, arbitrary: safe }, { weight: 1, arbitrary: extreme(dtype) })
    : safe;
  return all.map((x) => written(x, dtype));
};

const extreme = (dtype: FloatDtype): fc.Arbitrary<number> => {
  const { precision, minExponent, maxExponent } = formats[dtype];
  const largest = (2 - 2 ** (1 - precision)) * 2 ** maxExponent;
  const smallest = 2 ** (minExponent - precision + 1);
  return fc.constantFrom(-0, Number.NaN, Infinity, -Infinity, largest, -largest, smallest, 2 ** minExponent);
};

const integer = (dtype: Dtype, low: number, high: number, special: boolean): fc.Arbitrary<Element> => {
  const [least, most] = integerRanges[dtype]!;
  const from = BigInt(Math.ceil(low)) < least ? least : BigInt(Math.ceil(low));
  const to = BigInt(Math.floor(high)) > most ? most : BigInt(Math.floor(high));
  const usual = fc.bigInt({ min: from, max: to });
  const edges = fc.constantFrom(0n, 1n, most, most - 1n, least);
  return (special ? fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: edges }) : usual).map((n) =>
    written(n, dtype),
  );
};

/** Tensors of more elements repeat a prime number of them, with which no width of a vector falls into step. */
const LONG = 100;
const PERIOD = 13;

/** How many numbers are drawn for so many elements. */
export const drawnFor = (elements: number): number => (elements > LONG ? PERIOD : elements);

/** A tensor of this dtype and shape. */
export const tensor = (dtype: Dtype, shape: Shape, numbers: Numbers = {}): fc.Arbitrary<TensorValue> => {
  const length = drawnFor(volume(shape));
  return fc
    .array(element(dtype, numbers), { minLength: length, maxLength: length })
    .map((data) => ({ dtype, shape, data: nested(data, shape) }));
};

/** The same tensor as a leaf that records. */
export const leaf = (t: TensorValue): TensorValue => ({ ...t, requires_grad: true });

/** Flat row-major data as nested lists; from the start again where there are too few. */
export const nested = (flat: readonly Element[], shape: Shape): Nested<Element> => {
  let at = 0;
  const part = (axis: number): Nested<Element> =>
    axis === shape.length ? flat[at++ % flat.length]! : Array.from({ length: shape[axis]! }, () => part(axis + 1));
  return part(0);
};

/** The elements of an input in row-major order, as its dtype holds them. */
export const elementsOf = ({ data, dtype }: TensorValue): Decoded[] => flatten(data).map((e) => decode(e, dtype));
