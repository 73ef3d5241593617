import type { Tensor } from '../autograd/tensor.ts';
import { Adam, type AdamOptions } from './adam.ts';

/** Adam whose weight decay, 0.01 unless given, shrinks the parameter itself. Source: torch.optim.AdamW. Raises invalid_argument. */
export class AdamW extends Adam {
  constructor(params: Iterable<Tensor>, { weight_decay = 1e-2, ...options }: AdamOptions = {}) {
    super(params, { ...options, weight_decay }, 'AdamW');
  }

  // p ← (1 − ηλ)·p, then as Adam without decay
  protected override update(p: Tensor, grad: Tensor): void {
    const { lr, weight_decay, maximize } = this.options;
    p.mul_(1 - lr * weight_decay);
    this.move(p, maximize ? grad.neg() : grad);
  }
}
