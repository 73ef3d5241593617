import { copyInto } from '../../convert.ts';
import { copyStrides } from '../../layout.ts';
import { apply, type Op } from '../../op.ts';
import { broadcast, NONE, type None, promoted } from '../../pointwise.ts';
import type { Tensor } from '../../tensor.ts';

// out[i] = input[i]
const record = (layout: Op<None>['layout']): Op<None> => ({
  name: 'clone',
  shape: broadcast,
  dtype: promoted,
  layout,
  forward: (out, [input]) => copyInto(out, input!),
  vjp: { gradFn: 'CloneBackward0', rules: [(grad) => grad] },
});
const asItIs = record(([input]) => copyStrides(input!));
const rowMajor = record('row-major');

/** A copy with memory of its own, in the order of the input's. Source: torch.clone. */
export const clone = (input: Tensor): Tensor => apply(asItIs, [input], NONE);

/** The tensor itself if its elements lie in row-major order, else such a copy. Source: torch.Tensor.contiguous. */
export const contiguous = (self: Tensor): Tensor => (self.is_contiguous() ? self : apply(rowMajor, [self], NONE));
