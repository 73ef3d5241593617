import { applyView, type ViewOp } from '../../apply/op.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { restride } from '../../memory/view.ts';
import { NONE, type None } from '../pointwise.ts';

// out = input
const op: ViewOp<None> = {
  name: 'alias',
  view: (input) => restride(input, input.shape, input.strides),
  vjp: { gradFn: 'AliasBackward0', rules: [(grad) => grad] },
};

/** Another tensor on the same memory, in the graph. */
export const alias = (input: Tensor): Tensor => applyView(op, input, NONE);
