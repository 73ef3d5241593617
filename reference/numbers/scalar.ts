/** Python's numbers in JavaScript, where 2 and 2.0 are the same. */
import { type Category, DEFAULT_FLOAT, type Dtype } from './dtype.ts';

/** A Python float, also where its value is integral. */
export class Float {
  /** The number itself. */
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}
/** `float(2)` is Python's `2.0`. */
export const float = (value: number): Float => new Float(value);

/** A bare number is an int iff it is integral, within ±(2^53−1) and not -0; a bigint always is. */
export type Scalar = number | bigint | boolean | Float;

export const isScalar = (x: unknown): x is Scalar =>
  typeof x === 'number' || typeof x === 'bigint' || typeof x === 'boolean' || x instanceof Float;

export function scalarCategory(x: Scalar): Category {
  if (typeof x === 'boolean') return 0;
  if (typeof x === 'number') return Number.isSafeInteger(x) && !Object.is(x, -0) ? 1 : 2;
  return typeof x === 'bigint' ? 1 : 2;
}

const DTYPE_OF_CATEGORY: readonly [Dtype, Dtype, Dtype] = ['bool', 'int64', DEFAULT_FLOAT];
/** The dtype of a tensor made of this number alone. */
export const scalarDtype = (x: Scalar): Dtype => DTYPE_OF_CATEGORY[scalarCategory(x)];

export const toNumber = (x: Scalar): number => (x instanceof Float ? x.value : Number(x));

/** Toward zero, as C does; what int64 cannot hold becomes its lowest value, as on x86. */
export function toBigint(x: Scalar): bigint {
  if (typeof x === 'bigint') return x;
  const value = Math.trunc(toNumber(x));
  return Math.abs(value) < 2 ** 63 ? BigInt(value) : -(2n ** 63n);
}
