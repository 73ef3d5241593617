/** What may be done with a tensor, as steps on it under whatever name it has. */
import fc from 'fast-check';
import type { Shape } from '../../../arbitraries/shape.ts';
import { tensor } from '../../../arbitraries/tensor.ts';
import { whole } from '../../../arbitraries/whole.ts';
import type { Dtype, Literal, OpStep, TensorValue } from '../../../values/case.ts';
import type { Family } from '../../family.ts';
import type { Lab } from '../../law.ts';

export interface Use {
  /** On the tensor `t`, with `out` as the name of the result, or as the beginning of several names. */
  readonly steps: (t: string, out: string) => readonly OpStep[];
  /** What is added to `out` where there is more than one result. */
  readonly results?: readonly string[];
  /** Other tensors. */
  readonly inputs?: Readonly<Record<string, TensorValue>>;
}

/** Uses of one kind, and the ops that they draw because of what pages say. */
export interface Uses {
  readonly families: readonly Family[];
  readonly draw: (dtype: Dtype, of: Shape, lab: Lab) => fc.Arbitrary<Use>;
}

type Options = Readonly<Record<string, Literal>>;

/** One step on these operands. */
export const one = (
  op: string,
  operands: (t: string) => readonly Literal[],
  options?: Options,
  inputs: NonNullable<Use['inputs']> = {},
): Use => ({
  steps: (t, out) => [{ op, in: operands(t), ...(options !== undefined && { with: options }), out }],
  inputs,
});

/** One step on the tensor alone. */
export const on = (op: string, options?: Options): Use => one(op, (t) => [t], options);

/** Small whole numbers: no sum of products of them rounds. */
export const filled = (dtype: Dtype, of: Shape): fc.Arbitrary<TensorValue> =>
  dtype === 'bool' ? tensor(dtype, of) : whole(dtype, of);

/** With another tensor. */
export const withOther = (dtype: Dtype, of: Shape, use: (other: TensorValue) => fc.Arbitrary<Use>): fc.Arbitrary<Use> =>
  filled(dtype, of).chain(use);

/** Of either order of the tensor and something else. */
export const eitherSide = (op: string, other: Literal, inputs: NonNullable<Use['inputs']> = {}): fc.Arbitrary<Use> =>
  fc.boolean().map((first) => one(op, (t) => (first ? [t, other] : [other, t]), undefined, inputs));
