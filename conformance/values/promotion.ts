/** Which dtype several operands meet in: spec/chapters/dtypes.md, C5 to C8 and C13. */
import type { Dtype, Literal } from './case.ts';
import { isFloat, isHigher } from './dtypes.ts';
import { widestKind } from './literal.ts';

/** Two of one kind: the smallest dtype that holds the values of both. */
const sameKind: Readonly<Record<Dtype, Readonly<Partial<Record<Dtype, Dtype>>>>> = {
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

/** An operand's say: a Python number has the dtype that it brings where its kind is the highest. */
export interface Say {
  readonly dtype: Dtype;
  readonly weight: 'axes' | '0-d' | 'number';
}

const weights: readonly Say['weight'][] = ['axes', '0-d', 'number'];

const higher = (a: Dtype, b: Dtype): Dtype => (isHigher(b, a) ? b : a);
const meet = (a: Dtype, b: Dtype): Dtype => sameKind[a][b] ?? higher(a, b);

/** Of operands of the same weight, all count; of two weights, the lighter one counts by its kind only. */
export const promoted = (...says: readonly [Say, ...Say[]]): Dtype => {
  const byWeight = weights.map((one) => says.filter(({ weight }) => weight === one).map(({ dtype }) => dtype));
  const levels = byWeight.filter((dtypes) => dtypes.length > 0).map((dtypes) => dtypes.reduce(meet));
  return levels.reduce(higher);
};

/** What ops that need fractions make of it. */
export const fractional = (dtype: Dtype): Dtype => (isFloat(dtype) ? dtype : 'float32');

const brings = { bool: 'bool', int: 'int64', float: 'float32' } as const;

/** The say of a Python number, or of nested lists of them; undefined for what holds none. */
export const sayOf = (literal: Literal): Say | undefined => {
  const kind = widestKind([literal]);
  return kind && { dtype: brings[kind], weight: 'number' };
};
