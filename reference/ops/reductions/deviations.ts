/** What `var` and `std` share: the sum of squared deviations from the mean. */

import type { Dtypes } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { Operand } from '../../autograd/vjp.ts';
import { groupsAlong } from '../../kernels/groups.ts';
import type { View } from '../../memory/view.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { where } from '../arithmetic/where.ts';
import { promoted } from '../pointwise.ts';
import { type DimOptions, namesAxes, type Reduced, reducedBy, sizeOfGroups } from './dims.ts';

export interface VarOptions extends DimOptions {
  /** Divide by n - correction: by n - 1 unless given. */
  readonly correction?: number;
  /** `true` is a correction of 1, `false` one of 0. */
  readonly unbiased?: boolean;
}

/** The same, complete. */
export interface Deviations extends Reduced {
  /** Taken off the number of elements. */
  readonly correction: number;
}

/** Raises what PyTorch has no overload for: two words about the divisor, and `unbiased` with `keepdim` but no `dim`. */
export function deviationsBy(input: Tensor, options: VarOptions): Deviations {
  const { unbiased, correction = unbiased === false ? 0 : 1 } = options;
  const reduced = reducedBy(input, options);
  if (unbiased !== undefined && options.correction !== undefined)
    raise('invalid_argument', 'var and std take unbiased or correction, not both');
  if (unbiased !== undefined && !namesAxes(options) && (options.keepdim ?? options.keepdims) !== undefined)
    raise('invalid_argument', 'var and std take unbiased beside keepdim only where dim is given');
  return { ...reduced, correction };
}

/** Dtype rule: the floating input's. */
export function floatingOnly(operands: readonly Operand[]): Dtypes {
  const dtypes = promoted(operands);
  if (!isFloating(dtypes.result))
    raise('unsupported_dtype', `var and std need a floating tensor, not ${dtypes.result}`);
  return dtypes;
}

/** out[k] = finish(Σᵢ (input[k, i] - mₖ)² / (n - correction)), with mₖ the mean: two passes, so values far from 0 keep their digits. */
export function variance(
  out: View,
  input: View,
  { dims, correction }: Deviations,
  finish: (variance: number) => number,
): void {
  const { starts, runs, n, step } = groupsAlong(input, dims);
  const count = n * runs.length;
  const [to, from] = [out.numbers, input.numbers];
  for (let k = 0; k < starts.length; k++) {
    let total = 0;
    for (const run of runs) for (let i = 0; i < n; i++) total += from[starts[k]! + run + i * step]!;
    const mean = total / count;
    let squares = 0;
    for (const run of runs) for (let i = 0; i < n; i++) squares += (from[starts[k]! + run + i * step]! - mean) ** 2;
    // Nothing has no variance, whatever is taken off.
    to[k] = count === 0 ? Number.NaN : finish(squares / Math.max(count - correction, 0));
  }
}

/** 2·(x - m) / (n - correction): the derivative of the variance, beside every element. A divisor below 0 stays so here. */
export function slopeOfVariance(input: Tensor, { dims, correction, all }: Deviations): Tensor {
  const divisor = sizeOfGroups(input.shape, dims) - correction;
  const mean = input.mean({ dim: dims, keepdim: true });
  // Over all elements, those of a 0-d tensor always, PyTorch takes 2 / divisor for infinite from 0 downwards, and deviations
  // for positive.
  if ((all || input.ndim === 0) && divisor <= 0) return where(input.eq(mean), Number.NaN, Number.POSITIVE_INFINITY);
  return input.sub(mean).mul(2 / divisor);
}
