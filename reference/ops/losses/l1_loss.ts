import type { Tensor } from '../../autograd/tensor.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { lossDtype } from './difference.ts';
import { reductionOf, type WeightedOptions, weighted } from './reduced-loss.ts';

/**
 * The absolute difference, reduced; with `weight` each times its own, and the mean over their sum.
 *
 *     out[i] = |input[i] - target[i]|
 *
 * Operands broadcast and promote; the result is 0-d unless the reduction is `none`. Put together from other ops, as in
 * PyTorch, so that nothing of its operands is saved. Raises shape_mismatch, unsupported_dtype (bool, the mean of
 * integers).
 * Source: torch.nn.functional.l1_loss.
 */
export function l1_loss(input: Tensor, target: Tensor, options: WeightedOptions = {}): Tensor {
  const reduction = reductionOf(options);
  const dtype = lossDtype([input, target]);
  // They are subtracted, which no booleans are.
  if (input.dtype === 'bool' || target.dtype === 'bool')
    raise('unsupported_dtype', 'l1_loss is not implemented for bool');
  const each = input.to({ dtype }).sub(target.to({ dtype })).abs();
  if (options.weight !== undefined) return weighted(each, options.weight, reduction);
  if (reduction === 'none') return each;
  if (reduction === 'sum') return each.sum();
  return isFloating(dtype) ? each.mean() : raise('unsupported_dtype', `l1_loss: ${dtype} has no mean`);
}
