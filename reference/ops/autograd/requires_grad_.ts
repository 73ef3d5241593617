import { nodeOf } from '../../autograd/graph.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { isFloating } from '../../numbers/dtype.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * Makes a leaf ask for its gradient, or stop asking, and returns it.
 * Raises unsupported_dtype (`self` is not floating), invalid_argument (a non-leaf is to stop).
 * Source: torch.Tensor.requires_grad_.
 */
export function requires_grad_(self: Tensor, requires_grad = true): Tensor {
  if (nodeOf(self) !== null) {
    if (!requires_grad) raise('invalid_argument', 'requires_grad can only be taken from a leaf; use detach()');
    return self;
  }
  if (requires_grad && !isFloating(self.dtype)) {
    raise(
      'unsupported_dtype',
      `only floating-point tensors can require gradients, not ${self.dtype}; JavaScript's 4.0 is the integer 4, so say dtype: 'float32'`,
    );
  }
  self.leaf = requires_grad;
  return self;
}
