/** How an op states its gradient: one rule per operand, written in ops. */

import type { Shape } from '../memory/shape.ts';
import type { Dtype } from '../numbers/dtype.ts';
import type { Scalar } from '../numbers/scalar.ts';
import type { Tensor } from './tensor.ts';

/** What an op is given: tensors, and Python numbers that meet them. */
export type Operand = Tensor | Scalar;

/**
 * The gradient of one operand, where `grad` is the gradient of the op's result. It is written in ops, so that it can be
 * differentiated again. It may have the result's shape and dtype: sums over broadcast axes and casts are not its work.
 * null: no gradient reaches the operand.
 */
export type Rule<O> = (grad: Tensor, saved: Saved<O>, operand: number) => Tensor | null;

/** An op's gradient. `rules` is one rule per operand (null: not differentiable in it), or one rule for all of them. */
export interface Vjp<O> {
  /** PyTorch's name of the node, as printed: `AddBackward0`; it may depend on the options, or on which operands are numbers. */
  readonly gradFn: string | ((options: O, operands: readonly Operand[]) => string);
  readonly rules: Rule<O> | readonly (Rule<O> | null)[];
}

/** What a rule may look at. Reading a value counts as using a saved tensor, and is checked; shape and dtype are free. */
export interface Saved<O> {
  readonly options: O;
  /** How many operands there were. */
  readonly count: number;
  /** Operand i as it was, tensor or number. */
  operand(i: number): Operand;
  /** Operand i, known to be a tensor. */
  input(i: number): Tensor;
  /** The op's result. */
  result(): Tensor;
  /** Result i of the call, where it has several. */
  sibling(i: number): Tensor;
  /** [] for a number. */
  shape(i: number): Shape;
  dtype(i: number): Dtype;
}
