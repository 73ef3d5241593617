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
 * The largest element; with `dim` the largest along it, and the indices of the first such ones. A NaN counts as the largest.
 * Source: torch.max. Raises invalid_argument (no elements, keepdim alone), index_out_of_range.
 */
export function max(input: Tensor, options: AlongOptions): Extremes;
export function max(input: Tensor, options?: KeepOptions): Tensor;
export function max(input: Tensor, options: AlongOptions | KeepOptions = {}): Tensor | Extremes {
  return namesAxis(options) ? extremesAlong(input, 'max', options) : extremeOfAll(input, 'max');
}
