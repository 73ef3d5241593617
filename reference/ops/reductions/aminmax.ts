import { apply } from '../../apply/op.ts';
import { ofOneCall } from '../../autograd/graph.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import type { ArgOptions } from './argextreme.ts';
import { extremeAxes, extremeValues } from './extreme-values.ts';

/**
 * The smallest and the largest element along the axis `dim`, or of all; NaN if any is.
 *
 *     min[k] = minᵢ input[k, i],  max[k] = maxᵢ input[k, i]
 *
 * In the input's dtype. Raises invalid_argument (no elements), index_out_of_range.
 * Source: torch.aminmax.
 */
export function aminmax(input: Tensor, options: ArgOptions = {}): MinMax {
  const reduced = extremeAxes(input, 'aminmax', options);
  const [min, max] = ofOneCall([apply(least, [input], reduced), apply(largest, [input], reduced)] as const);
  return { min, max };
}

/** Both ends. */
export interface MinMax {
  readonly min: Tensor;
  readonly max: Tensor;
}

const least = extremeValues('min', 'aminmax', 'AminmaxBackward0', 1);
const largest = extremeValues('max', 'aminmax', 'AminmaxBackward0', 0);
