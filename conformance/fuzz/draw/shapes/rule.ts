import type { Shape } from '../../../arbitraries/shape.ts';
import type { Literal } from '../../../values/case.ts';

/** By their own names, not by those of aliases. */
export type Options = Readonly<Record<string, Literal>>;

/** The shape of an op's (first) result, given those of its tensors; undefined where they do not tell. */
export type Rule = (operands: readonly Shape[], options: Options) => Shape | undefined;

/** An axis from the front; a tensor without axes has one to name. */
export const at = (dim: number, rank: number): number => (dim < 0 ? dim + Math.max(rank, 1) : dim);
