/** What all reductions take and give back: the axes that they remove. */

import type { Tensor } from '../../autograd/tensor.ts';
import { normalizeDims, reducedShape, type Shape } from '../../memory/shape.ts';
import { raise } from '../../numbers/errors.ts';

export interface DimOptions {
  /** The axes to take away; absent, null or [] means all of them. */
  readonly dim?: number | readonly number[] | null;
  /** numpy's name for `dim`. */
  readonly axis?: number | readonly number[] | null;
  /** Keep the axes, with size 1. */
  readonly keepdim?: boolean;
  /** numpy's name for `keepdim`. */
  readonly keepdims?: boolean;
}

/** The same as records take it: axes normalized, aliases resolved. */
export interface Reduced {
  readonly dims: readonly number[];
  readonly keepdim: boolean;
  /** No axis was named, so the result is 0-d (or all ones, with keepdim). */
  readonly all: boolean;
}

export function reducedBy(input: Tensor, { dim, axis, keepdim, keepdims }: DimOptions): Reduced {
  const named = dim ?? axis ?? undefined;
  const all = named === undefined;
  return { dims: normalizeDims(named, input.ndim), keepdim: keepdim ?? keepdims ?? false, all };
}

/** Whether axes are named at all, and be it by null. */
export const namesAxes = (options: DimOptions): boolean => 'dim' in options || 'axis' in options;

/** The same where PyTorch has no overload that keeps axes without naming them. Raises invalid_argument. */
export function reducedByNamed(input: Tensor, options: DimOptions): Reduced {
  if (!namesAxes(options) && (options.keepdim ?? options.keepdims) !== undefined)
    raise('invalid_argument', 'keepdim goes with dim');
  return reducedBy(input, options);
}

/** The shape rule of reductions. */
export const reduce = ([shape]: readonly Shape[], { dims, keepdim }: Reduced): Shape =>
  reducedShape(shape!, dims, keepdim);

/** How many elements go into each element of the result. */
export const sizeOfGroups = (shape: Shape, dims: readonly number[]): number =>
  dims.reduce((n, dim) => n * shape[dim]!, 1);

/** A reduction's result (or its gradient) beside every element that went into it. */
export const unreduce = (result: Tensor, { dims }: Reduced, shape: Shape): Tensor =>
  result.reshape(reducedShape(shape, dims, true)).expand(shape);
