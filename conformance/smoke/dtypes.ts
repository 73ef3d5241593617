import type { Dtype } from '../values/case.ts';

/** Values that tell a dtype from others: signs, fractions, and what a detour through a double or 32 bits loses. */
export const samples: Readonly<Record<Dtype, readonly (number | bigint | boolean)[]>> = {
  bool: [true, false, false, true],
  uint8: [0, 1, 200, 255],
  int8: [0, 1, -100, 127],
  int16: [0, 1, -300, 32767],
  int32: [0, 1, -70_000, 2_147_483_647],
  int64: [0n, 1n, -5_000_000_000n, 9_007_199_254_740_993n],
  float16: [0, 1.5, -2.25, 1000],
  bfloat16: [0, 1.5, -2.25, 1024],
  float32: [0, 1.5, -2.25, 0.10000000149011612],
  float64: [0, 1.5, -2.25, 0.1],
};

/** Small whole numbers as a dtype holds them. */
export const as = (dtype: Dtype, values: readonly number[]): (number | bigint | boolean)[] =>
  values.map((value) => (dtype === 'int64' ? BigInt(value) : dtype === 'bool' ? value % 2 === 1 : value));
