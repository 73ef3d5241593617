import { copyInto } from '../../convert.ts';
import { type Dtype, isDtype } from '../../dtype.ts';
import { raise } from '../../errors.ts';
import { copyStrides } from '../../layout.ts';
import { apply, type Op } from '../../op.ts';
import { broadcast } from '../../pointwise.ts';
import type { Tensor } from '../../tensor.ts';

export interface ToOptions {
  readonly dtype: Dtype;
}

// out[i] = input[i] as dtype; the gradient is cast back by the walk
const op: Op<ToOptions> = {
  name: 'to',
  shape: broadcast,
  dtype: ([input], { dtype }) => ({ compute: (input as Tensor).dtype, result: dtype }),
  layout: ([input]) => copyStrides(input!),
  forward: (out, [input]) => copyInto(out, input!),
  vjp: { gradFn: 'ToCopyBackward0', rules: [(grad) => grad] },
};

/**
 * The tensor as `dtype`: itself if it already is, else a converted copy. Floats become integers toward zero.
 * Source: torch.Tensor.to. Raises invalid_argument.
 */
export function to(self: Tensor, options: ToOptions): Tensor {
  const dtype = options?.dtype;
  if (!isDtype(dtype)) raise('invalid_argument', `${String(dtype)} is no dtype`);
  return dtype === self.dtype ? self : apply(op, [self], { dtype });
}
