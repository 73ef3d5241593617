import type { Tensor } from '../../autograd/tensor.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';
import { lossDtype } from './difference.ts';
import { reductionOf, type WeightedOptions, weighted } from './reduced-loss.ts';

/**
 * |input − target|, reduced; operands are broadcast and promoted. It is put together from other ops, as in PyTorch, so that
 * nothing of its operands is saved. Raises shape_mismatch, unsupported_dtype for bool and for
 * integers' mean.
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
