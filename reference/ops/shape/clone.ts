import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { type InFormat, isIn, type MemoryFormat, stridesIn } from '../../memory/memory-format.ts';
import { raise } from '../../numbers/errors.ts';
import { broadcast, promoted } from '../pointwise.ts';

// out[i] = input[i]
const op: Op<{ readonly format: MemoryFormat }> = {
  name: 'clone',
  shape: broadcast,
  dtype: promoted,
  layout: ([input], { format }) => stridesIn(format, input!),
  forward: (out, [input]) => copyInto(out, input!),
  vjp: { gradFn: 'CloneBackward0', rules: [(grad) => grad] },
};

/**
 * A copy with memory of its own, in the order of the input's unless `memory_format` says another. Source: torch.clone.
 * Raises invalid_argument.
 */
export const clone = (input: Tensor, { memory_format: format = 'preserve_format' }: InFormat = {}): Tensor =>
  apply(op, [input], { format });

/**
 * The tensor itself if its elements lie in row-major order, or the order of `memory_format`, else such a copy.
 * Source: torch.Tensor.contiguous. Raises invalid_argument.
 */
export function contiguous(self: Tensor, { memory_format: format = 'contiguous_format' }: InFormat = {}): Tensor {
  if (isIn(format, self.strided)) return self;
  if (format === 'preserve_format') raise('invalid_argument', 'contiguous: preserve_format is no order to bring it to');
  return apply(op, [self], { format });
}
