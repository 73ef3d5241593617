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

/**
 * The variance over the axes `dim`, or over all of them, divided by n - 1 or what `correction` says. Source: torch.var.
 * Raises unsupported_dtype (integers and bool), index_out_of_range, invalid_argument.
 */
const variance_: (input: Tensor, options?: VarOptions) => Tensor = (input, options = {}) =>
  apply(op, [input], deviationsBy(input, options));

export { variance_ as var };
