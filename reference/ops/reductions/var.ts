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
 * The variance over the axes `dim`, or over all of them, divided by n - 1 or n less what `correction` says.
 *
 *     out[k] = Σᵢ (input[k, i] - mₖ)² / (n - correction), with mₖ the mean of the n elements
 *
 * In the input's dtype. Raises unsupported_dtype (integers, bool), index_out_of_range, invalid_argument (an axis twice,
 * two words about the divisor).
 * Source: torch.var.
 */
function variance_(input: Tensor, options: VarOptions = {}): Tensor {
  return apply(op, [input], deviationsBy(input, options));
}

export { variance_ as var };

// out[k] = Σᵢ (input[k, i] - mₖ)² / (n - correction)
const op: Op<Deviations> = {
  name: 'var',
  shape: reduce,
  dtype: floatingOnly,
  layout: 'row-major',
  forward: (out, [input], options) => variance(out, input!, options, (v) => v),
  // d var = 2·(x - m)/(n - correction)·dx
  vjp: {
    gradFn: 'VarBackward0',
    rules: [
      (grad, saved) =>
        unreduce(grad, saved.options, saved.shape(0)).mul(slopeOfVariance(saved.input(0), saved.options)),
    ],
  },
};
