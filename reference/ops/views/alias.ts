import { applyView, type ViewOp } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { restride } from '../../memory/view.ts';
import { NONE, type None } from '../pointwise.ts';

/**
 * Another tensor on the same memory, in the graph: what an index that picks everything gives.
 *
 *     out = input
 *
 * Source: torch.ops.aten.alias.
 */
export function alias(input: Tensor): Tensor {
  return applyView(op, input, NONE);
}

// out = input
const op: ViewOp<None> = {
  name: 'alias',
  view: (input) => restride(input, input.shape, input.strides),
  // d out = d input
  vjp: { gradFn: 'AliasBackward0', rules: [(grad) => grad] },
};
