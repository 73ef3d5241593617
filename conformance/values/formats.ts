import type { Dtype } from './case.ts';
import type { FloatDtype } from './dtypes.ts';

/** A binary floating format: significant bits (the hidden one included) and the exponent range of its normal numbers. */
export interface Format {
  readonly precision: number;
  readonly minExponent: number;
  readonly maxExponent: number;
}

/** Source: IEEE 754 binary16/32/64; bfloat16 is binary32 cut to 16 bits. */
export const formats: Readonly<Record<FloatDtype, Format>> = {
  float16: { precision: 11, minExponent: -14, maxExponent: 15 },
  bfloat16: { precision: 8, minExponent: -126, maxExponent: 127 },
  float32: { precision: 24, minExponent: -126, maxExponent: 127 },
  float64: { precision: 53, minExponent: -1022, maxExponent: 1023 },
};

/**
 * Relative differences that several roundings in a row explain. Source: of the 16 and 32 bits, the defaults of
 * `torch.testing.assert_close`; its 1e-7 for `float64` would let digits of `float32` through, and 1e-12 is 4,500 steps.
 */
export const roundings: Readonly<Record<FloatDtype, number>> = {
  float16: 1e-3,
  bfloat16: 1.6e-2,
  float32: 1.3e-6,
  float64: 1e-12,
};

/** The inclusive ranges of the integer dtypes. */
export const integerRanges: Readonly<Partial<Record<Dtype, readonly [bigint, bigint]>>> = {
  uint8: [0n, 255n],
  int8: [-128n, 127n],
  int16: [-32768n, 32767n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
};
