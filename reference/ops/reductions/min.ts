import type { Tensor } from '../../autograd/tensor.ts';
import {
  type AlongOptions,
  type Extremes,
  extremeOfAll,
  extremesAlong,
  type KeepOptions,
  namesAxis,
} from './extreme.ts';

/**
 * The smallest element; with `dim` the smallest along it, and where the first of them stand. A NaN counts as the
 * smallest.
 *
 *     values[k] = minᵢ input[k, i],  indices[k] = the first i that attains it
 *
 * 0-d without `dim`; with it the axis goes, or stays with size 1 by `keepdim`. In the input's dtype, indices in int64.
 * Raises invalid_argument (no elements, `keepdim` alone), index_out_of_range.
 * Source: torch.min.
 */
export function min(input: Tensor, options: AlongOptions): Extremes;
/** The smallest of all elements, 0-d. */
export function min(input: Tensor, options?: KeepOptions): Tensor;
export function min(input: Tensor, options: AlongOptions | KeepOptions = {}): Tensor | Extremes {
  return namesAxis(options) ? extremesAlong(input, 'min', options) : extremeOfAll(input, 'min');
}
