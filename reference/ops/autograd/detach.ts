import { Tensor } from '../../autograd/tensor.ts';

/**
 * The same memory, outside the graph. Writes to either are seen by both, and noticed by the graph.
 *
 *     out = self,  ∂out / ∂self = 0
 *
 * Source: torch.detach.
 */
export function detach(self: Tensor): Tensor {
  return new Tensor(self.strided);
}
