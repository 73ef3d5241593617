import type { Dtype } from '../case.ts';

const integers: Readonly<Partial<Record<Dtype, readonly [low: bigint, high: bigint]>>> = {
  bool: [0n, 1n],
  uint8: [0n, 255n],
  int8: [-128n, 127n],
  int16: [-(2n ** 15n), 2n ** 15n - 1n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
};
/** Every integer up to 2^n, and the largest finite number. */
const floats: Readonly<Partial<Record<Dtype, readonly [bits: number, largest: number]>>> = {
  float16: [11, 65504],
  bfloat16: [8, 3.3895313892515355e38],
  float32: [24, 3.4028234663852886e38],
  float64: [53, Number.MAX_VALUE],
};

/** Whether a dtype that stands in for another can hold this value of it: an integer exactly, a float by its magnitude. */
export function holds(dtype: Dtype, value: number | bigint | boolean): boolean {
  if (typeof value === 'boolean') return true;
  const range = integers[dtype];
  if (range !== undefined) {
    if (typeof value === 'number' && !Number.isInteger(value)) return false;
    return BigInt(value) >= range[0] && BigInt(value) <= range[1];
  }
  const [bits, largest] = floats[dtype]!;
  if (typeof value === 'bigint') return value <= 2n ** BigInt(bits) && value >= -(2n ** BigInt(bits));
  return !Number.isFinite(value) || Math.abs(value) <= largest;
}
