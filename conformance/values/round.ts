import type { FloatDtype } from './dtypes.ts';
import { type Format, formats } from './formats.ts';

const bits = new DataView(new ArrayBuffer(8));

/** floor(log2|v|) for a normal number; −1023 for zero and for what is subnormal in float64. */
const exponentOf = (value: number): number => {
  bits.setFloat64(0, value);
  return ((bits.getUint16(0) >>> 4) & 0x7ff) - 1023;
};

/** The exponent that sets the spacing around `value`: its own, but no smaller than that of the smallest normal number. */
export const scaleOf = (value: number, format: Format): number => Math.max(exponentOf(value), format.minExponent);

/** The distance from |value| to the next larger number of the format. */
export const spacing = (value: number, dtype: FloatDtype): number => {
  const format = formats[dtype];
  return 2 ** (scaleOf(value, format) - format.precision + 1);
};

const halfToEven = (x: number): number => {
  const low = Math.floor(x);
  const rest = x - low;
  return rest < 0.5 || (rest === 0.5 && low % 2 === 0) ? low : low + 1;
};

/** The nearest number of the format, ties to even; overflows to infinity, underflows to a zero of the same sign. */
export const round = (value: number, dtype: FloatDtype): number => {
  if (dtype === 'float64' || value === 0 || !Number.isFinite(value)) return value;
  if (dtype === 'float32') return Math.fround(value);
  const unit = spacing(value, dtype);
  const size = halfToEven(Math.abs(value) / unit) * unit;
  const { precision, maxExponent } = formats[dtype];
  const largest = (2 - 2 ** (1 - precision)) * 2 ** maxExponent;
  const rounded = size > largest ? Infinity : size;
  return value < 0 ? -rounded : rounded;
};
