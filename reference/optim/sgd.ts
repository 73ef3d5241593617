import type { Tensor } from '../autograd/tensor.ts';
import { raise } from '../numbers/errors.ts';
import { checkNotNegative, decayed, type GradientOptions, Optimizer } from './optimizer.ts';

/** η, μ, τ and λ of the update g ← grad + λ·θ; v ← μ·v + (1 − τ)·g, at first g; θ ← θ − η·v. */
export interface SGDOptions extends GradientOptions {
  /** η. Default 0.001, as since PyTorch 2.3. */
  readonly lr?: number;
  /** μ. Default 0. */
  readonly momentum?: number;
  /** τ. Default 0. */
  readonly dampening?: number;
  /** Step along g + μ·v in place of v. Default false. It needs a momentum, and no dampening. */
  readonly nesterov?: boolean;
}

/** Stochastic gradient descent. Source: torch.optim.SGD. Raises invalid_argument. */
export class SGD extends Optimizer<Required<SGDOptions>> {
  /** v of each parameter, from its first step on. */
  readonly #velocities = new Map<Tensor, Tensor>();

  constructor(params: Iterable<Tensor>, options: SGDOptions = {}) {
    const { lr = 1e-3, momentum = 0, dampening = 0, weight_decay = 0, nesterov = false, maximize = false } = options;
    checkNotNegative('SGD', { lr, momentum, weight_decay });
    if (nesterov && (momentum === 0 || dampening !== 0)) {
      raise('invalid_argument', 'SGD: nesterov needs a momentum, and no dampening');
    }
    super('SGD', params, { lr, momentum, dampening, weight_decay, nesterov, maximize });
  }

  // p ← p − η·direction
  protected update(p: Tensor, grad: Tensor): void {
    p.add_(this.#direction(p, decayed(p, grad, this.options)), { alpha: -this.options.lr });
  }

  // v ← g at first, then μv + (1 − τ)g;  along v, or g + μv with Nesterov
  #direction(p: Tensor, g: Tensor): Tensor {
    const { momentum, dampening, nesterov } = this.options;
    if (momentum === 0) return g;
    const before = this.#velocities.get(p);
    const v = before === undefined ? g.clone() : before.mul_(momentum).add_(g, { alpha: 1 - dampening });
    this.#velocities.set(p, v);
    return nesterov ? g.add(v, { alpha: momentum }) : v;
  }
}
