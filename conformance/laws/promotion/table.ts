/** Which dtype several operands meet in, written down from the rules of the chapter on dtypes. */
import type { Dtype } from '../../values/case.ts';

type Row = Readonly<Partial<Record<Dtype, Dtype>>>;

/** Two of one kind: the smallest dtype that holds the values of both. */
const sameKind: Readonly<Partial<Record<Dtype, Row>>> = {
  bool: { bool: 'bool' },
  uint8: { uint8: 'uint8', int8: 'int16', int16: 'int16', int32: 'int32', int64: 'int64' },
  int8: { uint8: 'int16', int8: 'int8', int16: 'int16', int32: 'int32', int64: 'int64' },
  int16: { uint8: 'int16', int8: 'int16', int16: 'int16', int32: 'int32', int64: 'int64' },
  int32: { uint8: 'int32', int8: 'int32', int16: 'int32', int32: 'int32', int64: 'int64' },
  int64: { uint8: 'int64', int8: 'int64', int16: 'int64', int32: 'int64', int64: 'int64' },
  float16: { float16: 'float16', bfloat16: 'float32', float32: 'float32', float64: 'float64' },
  bfloat16: { float16: 'float32', bfloat16: 'bfloat16', float32: 'float32', float64: 'float64' },
  float32: { float16: 'float32', bfloat16: 'float32', float32: 'float32', float64: 'float64' },
  float64: { float16: 'float64', bfloat16: 'float64', float32: 'float64', float64: 'float64' },
};

/** Boolean, integer, floating, in their order. */
export const kindOf = (dtype: Dtype): 0 | 1 | 2 => (dtype === 'bool' ? 0 : dtype.includes('int') ? 1 : 2);

const higher = (a: Dtype, b: Dtype): Dtype => (kindOf(b) > kindOf(a) ? b : a);

/** An operand's say: a Python number has the dtype that it brings where its kind is the highest. */
export interface Say {
  readonly dtype: Dtype;
  readonly weight: 'axes' | '0-d' | 'number';
}

const weights: readonly Say['weight'][] = ['axes', '0-d', 'number'];

/** Of two operands of the same weight, both count; of two weights, the lighter one counts by its kind only. */
export const promoted = (a: Say, b: Say): Dtype => {
  if (a.weight === b.weight) return sameKind[a.dtype]?.[b.dtype] ?? higher(a.dtype, b.dtype);
  return weights.indexOf(a.weight) < weights.indexOf(b.weight) ? higher(a.dtype, b.dtype) : higher(b.dtype, a.dtype);
};

/** What ops that need fractions make of it. */
export const fractional = (dtype: Dtype): Dtype => (kindOf(dtype) === 2 ? dtype : 'float32');
