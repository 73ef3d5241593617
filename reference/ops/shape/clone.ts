import { apply, type Op } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { copyInto } from '../../kernels/convert.ts';
import { type InFormat, type MemoryFormat, stridesIn } from '../../memory/memory-format.ts';
import { broadcast, promoted } from '../pointwise.ts';

/**
 * A copy with memory of its own, in the order of the input's unless `memory_format` says another.
 *
 *     out[i] = input[i]
 *
 * Raises invalid_argument (an order that does not fit).
 * Source: torch.clone.
 */
export function clone(input: Tensor, { memory_format: format = 'preserve_format' }: InFormat = {}): Tensor {
  return apply(op, [input], { format });
}

// out[i] = input[i]
const op: Op<{ readonly format: MemoryFormat }> = {
  name: 'clone',
  shape: broadcast,
  dtype: promoted,
  layout: ([input], { format }) => stridesIn(format, input!),
  forward: (out, [input]) => copyInto(out, input!),
  // d out = d input
  vjp: { gradFn: 'CloneBackward0', rules: [(grad) => grad] },
};
