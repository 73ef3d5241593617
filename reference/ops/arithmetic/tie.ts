import type { Tensor } from '../../autograd/tensor.ts';

/** What `own` gets of the gradient of a choice between it and `other`: nothing where it `loses`, half where they are equal. */
export const shareOfTie = (grad: Tensor, own: Tensor, other: Tensor, loses: 'lt' | 'gt'): Tensor =>
  own.eq(other).where(grad.div(2), own[loses](other).where(0, grad));
