import type { Tensor } from '../autograd/tensor.ts';
import { zeros_like } from '../ops/creation/zeros_like.ts';
import { checkNotNegative, decayed, type GradientOptions, Optimizer } from './optimizer.ts';

/** η, α, ε, λ and μ. */
export interface RMSpropOptions extends GradientOptions {
  /** η. Default 0.01. */
  readonly lr?: number;
  /** α, what is kept of the mean of squares. Default 0.99. */
  readonly alpha?: number;
  /** ε, which keeps the divisor from 0. Default 1e-8. */
  readonly eps?: number;
  /** μ. Default 0. */
  readonly momentum?: number;
  /** Divide by the deviation of the gradients in place of their size. Default false. */
  readonly centered?: boolean;
}

/** Of one parameter: the means of squares and of gradients, and the velocity. */
interface State {
  readonly squares: Tensor;
  readonly mean: Tensor;
  readonly velocity: Tensor;
}

/** Steps along the gradient over the root of the mean of its squares. Source: torch.optim.RMSprop. Raises invalid_argument. */
export class RMSprop extends Optimizer<Required<RMSpropOptions>> {
  readonly #states = new Map<Tensor, State>();

  constructor(params: Iterable<Tensor>, options: RMSpropOptions = {}) {
    const { lr = 1e-2, alpha = 0.99, eps = 1e-8, weight_decay = 0, momentum = 0 } = options;
    const { centered = false, maximize = false } = options;
    checkNotNegative('RMSprop', { lr, alpha, eps, weight_decay, momentum });
    super('RMSprop', params, { lr, alpha, eps, weight_decay, momentum, centered, maximize });
  }

  // s ← αs + (1 − α)g²;  m ← αm + (1 − α)g;  v ← μv + g / (√s + ε), or √(s − m²) where centered;  p ← p − ηv
  protected update(p: Tensor, grad: Tensor): void {
    const { lr, alpha, eps, momentum, centered } = this.options;
    const g = decayed(p, grad, this.options);
    const { squares, mean, velocity } = this.#stateOf(p);
    squares.mul_(alpha).add_(g.mul(g), { alpha: 1 - alpha });
    if (centered) mean.mul_(alpha).add_(g, { alpha: 1 - alpha });
    const spread = centered ? squares.sub(mean.mul(mean)) : squares;
    velocity.mul_(momentum).add_(g.div(spread.sqrt().add(eps)));
    p.add_(velocity, { alpha: -lr });
  }

  #stateOf(p: Tensor): State {
    const before = this.#states.get(p);
    if (before !== undefined) return before;
    const state = { squares: zeros_like(p), mean: zeros_like(p), velocity: zeros_like(p) };
    this.#states.set(p, state);
    return state;
  }
}
