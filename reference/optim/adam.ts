import type { Tensor } from '../autograd/tensor.ts';
import { raise } from '../numbers/errors.ts';
import { zeros_like } from '../ops/creation/zeros_like.ts';
import { checkNotNegative, decayed, type GradientOptions, Optimizer } from './optimizer.ts';

/** η, β₁, β₂, ε and λ. */
export interface AdamOptions extends GradientOptions {
  /** η. Default 0.001. */
  readonly lr?: number;
  /** β₁ and β₂, what is kept of the means of gradients and of their squares. Default 0.9 and 0.999. */
  readonly betas?: readonly [number, number];
  /** ε, which keeps the divisor from 0. Default 1e-8. */
  readonly eps?: number;
  /** Divide by the largest mean of squares so far. Default false. */
  readonly amsgrad?: boolean;
}

interface State {
  /** t: how many steps the parameter has made. */
  steps: number;
  readonly m: Tensor;
  readonly v: Tensor;
  /** The largest v so far, element by element. */
  largest: Tensor;
}

/** Steps along the mean of the gradients over the root of that of their squares. Source: torch.optim.Adam. Raises invalid_argument. */
export class Adam extends Optimizer<Required<AdamOptions>> {
  readonly #states = new Map<Tensor, State>();

  constructor(params: Iterable<Tensor>, options: AdamOptions = {}, name = 'Adam') {
    const {
      lr = 1e-3,
      betas = [0.9, 0.999],
      eps = 1e-8,
      weight_decay = 0,
      amsgrad = false,
      maximize = false,
    } = options;
    checkNotNegative(name, { lr, eps, weight_decay });
    for (const beta of betas) {
      if (!(beta >= 0 && beta < 1)) raise('invalid_argument', `${name}: betas must be at least 0 and below 1: ${beta}`);
    }
    super(name, params, { lr, betas, eps, weight_decay, amsgrad, maximize });
  }

  protected update(p: Tensor, grad: Tensor): void {
    this.move(p, decayed(p, grad, this.options));
  }

  /** One step of a parameter whose gradient has its decay and its sign. */
  // m ← β₁m + (1 − β₁)g;  v ← β₂v + (1 − β₂)g²;  p ← p − η·m̂ / (√v̂ + ε), m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ)
  protected move(p: Tensor, g: Tensor): void {
    const { lr, betas, eps, amsgrad } = this.options;
    const [b1, b2] = betas;
    const state = this.#stateOf(p);
    const { m, v } = state;
    state.steps++;
    m.mul_(b1).add_(g, { alpha: 1 - b1 });
    v.mul_(b2).add_(g.mul(g), { alpha: 1 - b2 });
    if (amsgrad) state.largest = state.largest.maximum(v);
    const squares = amsgrad ? state.largest : v;
    const divisor = squares
      .sqrt()
      .div(Math.sqrt(1 - b2 ** state.steps))
      .add(eps);
    p.add_(m.div(divisor), { alpha: -lr / (1 - b1 ** state.steps) });
  }

  #stateOf(p: Tensor): State {
    const before = this.#states.get(p);
    if (before !== undefined) return before;
    const state = { steps: 0, m: zeros_like(p), v: zeros_like(p), largest: zeros_like(p) };
    this.#states.set(p, state);
    return state;
  }
}
