import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import {
  type Deviations,
  deviationsBy,
  floatingOnly,
  slopeOfVariance,
  type VarOptions,
  variance,
} from './deviations.ts';
import { reduce, unreduce } from './dims.ts';

/**
 * The standard deviation over the axes `dim`, or over all of them: the root of `var`.
 *
 *     out[k] = √(Σᵢ (input[k, i] - mₖ)² / (n - correction)), with mₖ the mean of the n elements
 *
 * In the input's dtype. Raises unsupported_dtype (integers, bool), index_out_of_range, invalid_argument (an axis twice,
 * two words about the divisor).
 * Source: torch.std.
 */
export function std(input: Tensor, options: VarOptions = {}): Tensor {
  return apply(op, [input], deviationsBy(input, options));
}

// out[k] = √var[k]
const op: Op<Deviations> = {
  name: 'std',
  shape: reduce,
  dtype: floatingOnly,
  layout: 'row-major',
  forward: (out, [input], options) => variance(out, input!, options, Math.sqrt),
  // d std = d var / (2·std), and 0 where all elements are equal
  vjp: {
    gradFn: 'StdBackward0',
    rules: [
      (grad, saved) => {
        const std = saved.result();
        const toVariance = std.eq(0).where(0, grad.div(std.mul(2)));
        return unreduce(toVariance, saved.options, saved.shape(0)).mul(slopeOfVariance(saved.input(0), saved.options));
      },
    ],
  },
};
