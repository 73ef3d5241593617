import type { Tensor } from '../../autograd/tensor.ts';

/** Of a dense tensor: the tensor itself. Source: torch.Tensor.to_dense. */
export const to_dense = (self: Tensor): Tensor => self;
