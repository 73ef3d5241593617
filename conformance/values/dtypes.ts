/** The dtypes and their kinds: spec/chapters/dtypes.md. */
import type { Dtype } from './case.ts';

export type DtypeKind = 'boolean' | 'integer' | 'floating';
export type FloatDtype = 'float16' | 'bfloat16' | 'float32' | 'float64';

const kinds: Readonly<Record<Dtype, DtypeKind>> = {
  bool: 'boolean',
  uint8: 'integer',
  int8: 'integer',
  int16: 'integer',
  int32: 'integer',
  int64: 'integer',
  float16: 'floating',
  bfloat16: 'floating',
  float32: 'floating',
  float64: 'floating',
};
const order: readonly DtypeKind[] = ['boolean', 'integer', 'floating'];

/** Every dtype of the spec, lower kinds first. */
export const allDtypes: readonly Dtype[] = Object.keys(kinds) as Dtype[];

export const dtypeKind = (dtype: Dtype): DtypeKind => kinds[dtype];
export const isFloat = (dtype: Dtype): dtype is FloatDtype => kinds[dtype] === 'floating';
export const isInteger = (dtype: Dtype): boolean => kinds[dtype] === 'integer';

/** Whether a dtype is of a higher kind than another, where boolean < integer < floating. */
export const isHigher = (a: Dtype, b: Dtype): boolean => order.indexOf(kinds[a]) > order.indexOf(kinds[b]);

export const isDtype = (name: unknown): name is Dtype => allDtypes.includes(name as Dtype);
