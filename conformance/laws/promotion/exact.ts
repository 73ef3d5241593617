/** Integers as two's complement keeps them. */
import { nested } from '../../arbitraries/tensor.ts';
import type { Dtype, Expectation, TensorValue } from '../../values/case.ts';
import { decode, encode, flatten } from '../../values/element.ts';

const bits: Readonly<Partial<Record<Dtype, number>>> = { uint8: 8, int8: 8, int16: 16, int32: 32, int64: 64 };

/** The low bits of an integer, read as the dtype reads them. */
export const wrapped = (n: bigint, dtype: Dtype): bigint =>
  dtype === 'uint8' ? BigInt.asUintN(8, n) : BigInt.asIntN(bits[dtype]!, n);

/** The elements of an input of integers or booleans. */
export const integersOf = ({ data, dtype }: TensorValue): bigint[] =>
  flatten(data).map((e) => BigInt(decode(e, dtype)));

/** These integers after wrapping, and no others. */
export const wrappedTo = (values: readonly bigint[], dtype: Dtype, shape: readonly number[]): Expectation => ({
  dtype,
  shape,
  data: nested(
    values.map((v) => encode(wrapped(v, dtype), dtype)),
    shape,
  ),
  tolerance: 'exact',
});
