import { Tensor } from '../autograd/tensor.ts';

/** A tensor that a module learns: a leaf that requires a gradient, on the memory of `data`. Source: torch.nn.Parameter. */
export class Parameter extends Tensor {
  constructor(data: Tensor) {
    super(data.strided);
    this.requires_grad_();
  }

  override get heading(): string {
    return 'Parameter containing:\n';
  }
}
