/** Which numbers a creation op refuses to put into a dtype. */
import type { Dtype } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { type Scalar, scalarCategory, toNumber } from '../../numbers/scalar.ts';

const BITS: Partial<Record<Dtype, number>> = { uint8: 8, int8: 8, int16: 16, int32: 32, int64: 64 };
const LARGEST: Partial<Record<Dtype, number>> = {
  float16: 65504,
  bfloat16: 3.3895313892515355e38,
  float32: 3.4028234663852886e38,
};

/** The largest finite number of a dtype, where it is floating. */
export const largestOf = (dtype: Dtype): number => LARGEST[dtype] ?? Number.MAX_VALUE;

/**
 * Raises for a number that an integer dtype cannot hold once its fraction is cut off; a negative one not even before.
 * Negative ints wrap in uint8, negative floats do not, as in PyTorch.
 */
export function checkInteger(value: Scalar, dtype: Dtype): void {
  const bits = BITS[dtype];
  if (bits === undefined) return;
  const half = 2 ** (bits - 1);
  const wraps = scalarCategory(value) === 2 ? 0 : 1 - 2 * half;
  const [low, end] = dtype === 'uint8' ? [wraps, 2 * half] : [-half, half];
  const number = typeof value === 'bigint' ? value : toNumber(value);
  // A bigint and a number compare exactly; NaN fails both.
  const fits = number >= low && number < end;
  if (!fits) raise('invalid_argument', `${String(number)} does not fit ${dtype}`);
}

/**
 * The same for every dtype that `numel` elements are filled with: a finite number beyond the largest of a floating one is
 * refused too. A single element of 16 bits is not looked at, as in PyTorch, and becomes infinite.
 */
export function checkNumber(value: Scalar, dtype: Dtype, numel: number): void {
  checkInteger(value, dtype);
  if (numel === 1 && (dtype === 'float16' || dtype === 'bfloat16')) return;
  const number = toNumber(value);
  if (Number.isFinite(number) && Math.abs(number) > largestOf(dtype))
    raise('invalid_argument', `${number} does not fit ${dtype}`);
}
