import { nodeOf } from '../../autograd/graph.ts';
import type { Tensor } from '../../autograd/tensor.ts';
import { raise } from '../../numbers/errors.ts';

/**
 * Makes backward put the gradient of `self`, which is no leaf, into its `.grad` too.
 * Raises no_grad_graph (it does not require grad).
 * Source: torch.Tensor.retain_grad.
 */
export function retain_grad(self: Tensor): void {
  if (!self.requires_grad) raise('no_grad_graph', 'retain_grad: this tensor does not require grad');
  const node = nodeOf(self);
  if (node !== null && !node.retaining.includes(self)) node.retaining.push(self);
}
