import { Tensor } from '../../autograd/tensor.ts';

/**
 * The same memory, outside the graph. Writes to either are seen by both, and noticed by the graph.
 * Source: torch.Tensor.detach.
 */
export const detach = (self: Tensor): Tensor => new Tensor(self.strided);
