/** Operands of all weights and dtypes, whose small values every dtype holds. */

import fc from 'fast-check';
import { nested } from '../../arbitraries/tensor.ts';
import type { Dtype, Expectation, Literal, TensorValue } from '../../values/case.ts';
import type { Say } from '../../values/promotion.ts';
import type { Lab } from '../law.ts';

export interface Operand extends Say {
  readonly shape: readonly number[];
  /** As numbers, `true` as 1. */
  readonly values: readonly number[];
}

/** Two elements each, so that a step works on more than one. */
export const AXES: readonly number[] = [2];

const least = (dtype: Dtype): number => (dtype === 'uint8' || dtype === 'bool' ? 0 : -3);
const most = (dtype: Dtype): number => (dtype === 'bool' ? 1 : 3);

/** A tensor of this dtype, with axes or without. */
export const tensorOperand = (dtype: Dtype, weight: 'axes' | '0-d'): fc.Arbitrary<Operand> => {
  const shape = weight === 'axes' ? AXES : [];
  const length = weight === 'axes' ? 2 : 1;
  return fc
    .array(fc.integer({ min: least(dtype), max: most(dtype) }), { minLength: length, maxLength: length })
    .map((values) => ({ dtype, weight, shape, values }));
};

/** A Python number that even an unsigned dtype holds: `int64` stands for an int, `float32` for a float. */
export const numberOperand: fc.Arbitrary<Operand> = fc
  .tuple(fc.constantFrom<Dtype>('bool', 'int64', 'float32'), fc.integer({ min: 0, max: 1 }))
  .map(([dtype, n]) => ({ dtype, weight: 'number', shape: [], values: [n] }));

/** A tensor of any dtype that there is. */
export const anyTensor = ({ dtypes }: Lab, weight: 'axes' | '0-d'): fc.Arbitrary<Operand> =>
  fc.constantFrom(...dtypes).chain((dtype) => tensorOperand(dtype, weight));

/** A tensor or a number. */
export const anyOperand = (lab: Lab): fc.Arbitrary<Operand> =>
  fc.oneof(anyTensor(lab, 'axes'), anyTensor(lab, '0-d'), numberOperand);

/** Whether the dtype holds the values of both as they are: an unsigned one has no negative ones. */
export const holdsBoth = (dtype: Dtype, a: Operand, b: Operand): boolean =>
  dtype !== 'uint8' || [...a.values, ...b.values].every((v) => v >= 0);

const data = (values: readonly number[], dtype: Dtype, shape: readonly number[]) =>
  nested(
    values.map((v) => (dtype === 'bool' ? v !== 0 : v)),
    shape,
  );

/** Tensors by name; numbers are no inputs. */
export const inputsOf = (operands: Readonly<Record<string, Operand>>): Record<string, TensorValue> =>
  Object.fromEntries(
    Object.entries(operands)
      .filter(([, { weight }]) => weight !== 'number')
      .map(([name, { dtype, shape, values }]) => [name, { dtype, shape, data: data(values, dtype, shape) }]),
  );

/** How a program says an operand: a tensor's name, or the number itself. */
export const said = (name: string, { dtype, weight, values: [n = 0] }: Operand): Literal => {
  if (weight !== 'number') return name;
  return dtype === 'bool' ? n !== 0 : dtype === 'int64' ? n : { float: n };
};

/** Element by element, one of the two stretched if need be. */
export const pairwise = (a: Operand, b: Operand, f: (x: number, y: number) => number): number[] =>
  Array.from({ length: Math.max(a.values.length, b.values.length) }, (_, i) =>
    f(a.values[i] ?? a.values[0]!, b.values[i] ?? b.values[0]!),
  );

/** These values, exactly, in a dtype that holds them. */
export const exactly = (values: readonly number[], dtype: Dtype, shape: readonly number[]): Expectation => ({
  dtype,
  shape,
  data: data(values, dtype, shape),
  tolerance: 'exact',
});
