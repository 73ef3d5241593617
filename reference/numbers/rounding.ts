/** Rounding of a computed buffer to a dtype that is narrower than the buffer. */
import type { Buffer, Dtype, Numbers } from './dtype.ts';

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** To the nearest bfloat16, ties to even: the upper half of a float32. */
export function toBfloat16(x: number): number {
  float[0] = x;
  if (Number.isNaN(x)) return x;
  const u = bits[0]!;
  bits[0] = ((u + 0x7fff + ((u >>> 16) & 1)) & 0xffff0000) >>> 0;
  return float[0]!;
}

const HALF_OVERFLOWS_AT = 65520; // halfway between 65504, the largest, and 2^16: ties go to even, which is infinity
const HALF_TINY = 2 ** -14; // below it half's spacing is 2^-24 throughout

/** To the nearest float16, ties to even; `x` is a float32. */
export function toFloat16(x: number): number {
  const size = Math.abs(x);
  if (size >= HALF_OVERFLOWS_AT) return x > 0 ? Infinity : -Infinity;
  // Adding and subtracting 1.5·2^52 times the spacing leaves the nearest multiple of it, ties to even.
  const spacing = size < HALF_TINY ? 2 ** -24 : 2 ** (Math.floor(Math.log2(size)) - 10);
  const anchor = spacing * 6755399441055744;
  const rounded = x + anchor - anchor;
  return rounded === 0 && (x < 0 || Object.is(x, -0)) ? -0 : rounded;
}

const ROUND: Partial<Record<Dtype, (x: number) => number>> = {
  bool: (x) => (x === 0 ? 0 : 1),
  uint8: (x) => x & 0xff,
  int8: (x) => (x << 24) >> 24,
  int16: (x) => (x << 16) >> 16,
  float16: toFloat16,
  bfloat16: toBfloat16,
};

/** Rounds a number computed in float64 to a floating dtype. */
export function roundingOf(dtype: Dtype): (x: number) => number {
  if (dtype === 'float64') return (x) => x;
  const narrow = dtype === 'float32' ? undefined : ROUND[dtype];
  return narrow === undefined ? Math.fround : (x) => narrow(Math.fround(x));
}

/** Makes every element one of `dtype`; nothing to do where the typed array's own store rounds. */
export function roundBuffer(buffer: Buffer, dtype: Dtype): void {
  const round = ROUND[dtype];
  if (round === undefined) return;
  const numbers = buffer as Numbers;
  for (let i = 0; i < numbers.length; i++) numbers[i] = round(numbers[i]!);
}
