import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { type InFormat, type MemoryFormat, stridesIn } from '../../memory/memory-format.ts';
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
