import type { Dtype, Tolerance } from './case.ts';
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

/** Source: the defaults of `torch.testing.assert_close`. */
export const closeDefaults: Readonly<Record<FloatDtype, Exclude<Tolerance, string>>> = {
  float16: { rtol: 1e-3, atol: 1e-5 },
  bfloat16: { rtol: 1.6e-2, atol: 1e-5 },
  float32: { rtol: 1.3e-6, atol: 1e-5 },
  float64: { rtol: 1e-7, atol: 1e-7 },
};

/** The inclusive ranges of the integer dtypes. */
export const integerRanges: Readonly<Partial<Record<Dtype, readonly [bigint, bigint]>>> = {
  uint8: [0n, 255n],
  int8: [-128n, 127n],
  int16: [-32768n, 32767n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
};
