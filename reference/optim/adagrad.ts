import type { Tensor } from '../autograd/tensor.ts';
import { zeros_like } from '../ops/creation/zeros_like.ts';
import { checkNotNegative, decayed, type GradientOptions, Optimizer } from './optimizer.ts';

/** η, γ, λ and ε. */
export interface AdagradOptions extends GradientOptions {
  /** η. Default 0.01. */
  readonly lr?: number;
  /** γ, by which the step shrinks with each step. Default 0. */
  readonly lr_decay?: number;
  /** Where the sums of squares begin. Default 0. */
  readonly initial_accumulator_value?: number;
  /** ε, which keeps the divisor from 0. Default 1e-10. */
  readonly eps?: number;
}

interface State {
  /** t: how many steps the parameter has made. */
  steps: number;
  readonly sum: Tensor;
}

/** Steps along the gradient over the root of the sum of its squares so far. Source: torch.optim.Adagrad. Raises invalid_argument. */
export class Adagrad extends Optimizer<Required<AdagradOptions>> {
  readonly #states = new Map<Tensor, State>();

  constructor(params: Iterable<Tensor>, options: AdagradOptions = {}) {
    const { lr = 1e-2, lr_decay = 0, weight_decay = 0, initial_accumulator_value = 0, eps = 1e-10 } = options;
    checkNotNegative('Adagrad', { lr, lr_decay, weight_decay, initial_accumulator_value, eps });
    const { maximize = false } = options;
    super('Adagrad', params, { lr, lr_decay, weight_decay, initial_accumulator_value, eps, maximize });
  }

  // s ← s + g²;  p ← p − η / (1 + (t − 1)γ)·g / (√s + ε)
  protected update(p: Tensor, grad: Tensor): void {
    const { lr, lr_decay, eps } = this.options;
    const g = decayed(p, grad, this.options);
    const state = this.#stateOf(p);
    state.steps++;
    state.sum.add_(g.mul(g));
    p.add_(g.div(state.sum.sqrt().add(eps)), { alpha: -lr / (1 + (state.steps - 1) * lr_decay) });
  }

  #stateOf(p: Tensor): State {
    const before = this.#states.get(p);
    if (before !== undefined) return before;
    const state = { steps: 0, sum: zeros_like(p).fill_(this.options.initial_accumulator_value) };
    this.#states.set(p, state);
    return state;
  }
}
