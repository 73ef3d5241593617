import type { Tensor } from '../../autograd/tensor.ts';
import { slopeOfVariance, type VarOptions } from './deviations.ts';
import { unreduce } from './dims.ts';
import { pair, withMean } from './with-mean.ts';

/**
 * The standard deviation and the mean over the axes `dim`, or over all of them.
 *
 *     std[k] = √(Σᵢ (input[k, i] - mean[k])² / (n - correction)),  mean[k] = 1/n Σᵢ input[k, i]
 *
 * In the input's dtype. Raises unsupported_dtype (integers, bool), index_out_of_range, invalid_argument (an axis twice,
 * two words about the divisor).
 * Source: torch.std_mean.
 */
export function std_mean(input: Tensor, options: VarOptions = {}): DeviationAndMean {
  const [std, mean] = withMean(input, records, options);
  return { std, mean };
}

/** What is spread about the mean, and the mean. */
export interface DeviationAndMean {
  readonly std: Tensor;
  readonly mean: Tensor;
}

const records = pair(
  'std_mean',
  'StdMeanBackward0',
  Math.sqrt,
  // d std = d var / (2·std), and 0 where all elements are equal
  (grad, saved) => {
    const std = unreduce(saved.result(), saved.options, saved.shape(0));
    return std
      .eq(0)
      .where(0, grad.div(std.mul(2)))
      .mul(slopeOfVariance(saved.input(0), saved.options));
  },
  (saved) => [saved.input(0), saved.sibling(0)],
);
