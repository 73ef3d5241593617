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
 * The smallest element; with `dim` the smallest along it, and the indices of the first such ones. A NaN counts as the smallest.
 * Source: torch.min. Raises invalid_argument (no elements, keepdim alone), index_out_of_range.
 */
export function min(input: Tensor, options: AlongOptions): Extremes;
export function min(input: Tensor, options?: KeepOptions): Tensor;
export function min(input: Tensor, options: AlongOptions | KeepOptions = {}): Tensor | Extremes {
  return namesAxis(options) ? extremesAlong(input, 'min', options) : extremeOfAll(input, 'min');
}
