import type { Tensor } from '../../autograd/tensor.ts';
import { slopeOfVariance, type VarOptions } from './deviations.ts';
import { pair, withMean } from './with-mean.ts';

/**
 * The variance and the mean over the axes `dim`, or over all of them.
 *
 *     var[k] = Σᵢ (input[k, i] - mean[k])² / (n - correction),  mean[k] = 1/n Σᵢ input[k, i]
 *
 * In the input's dtype. Raises unsupported_dtype (integers, bool), index_out_of_range, invalid_argument (an axis twice,
 * two words about the divisor).
 * Source: torch.var_mean.
 */
export function var_mean(input: Tensor, options: VarOptions = {}): VarianceAndMean {
  const [variance, mean] = withMean(input, records, options);
  return { variance, mean };
}

/** What is spread about the mean, and the mean. */
export interface VarianceAndMean {
  readonly variance: Tensor;
  readonly mean: Tensor;
}

const records = pair(
  'var_mean',
  'VarMeanBackward0',
  (variance) => variance,
  (grad, saved) => grad.mul(slopeOfVariance(saved.input(0), saved.options)),
  (saved) => saved.input(0),
);
