import { no_grad } from '../autograd/autograd.ts';
import { Tensor } from '../autograd/tensor.ts';
import { resetGradients, type ZeroGradOptions } from '../nn/module.ts';
import { bool } from '../nn/repr.ts';
import { raise } from '../numbers/errors.ts';
import { showAsText } from '../print/inspect.ts';

/** η, μ, τ and λ of the update g ← grad + λ·θ; v ← μ·v + (1 − τ)·g, at first g; θ ← θ − η·v. */
export interface SGDOptions {
  /** η. Default 0.001, as since PyTorch 2.3. */
  readonly lr?: number;
  /** μ. Default 0. */
  readonly momentum?: number;
  /** τ. Default 0. */
  readonly dampening?: number;
  /** λ. Default 0. */
  readonly weight_decay?: number;
  /** Step along g + μ·v in place of v. Default false. It needs a momentum, and no dampening. */
  readonly nesterov?: boolean;
  /** Climb instead of descend. */
  readonly maximize?: boolean;
}

/** Stochastic gradient descent. Source: torch.optim.SGD. Raises invalid_argument. */
export class SGD {
  readonly #parameters: readonly Tensor[];
  readonly #options: Required<SGDOptions>;
  /** v of each parameter, from its first step on. */
  readonly #velocities = new Map<Tensor, Tensor>();

  constructor(params: Iterable<Tensor>, options: SGDOptions) {
    const { lr = 1e-3, momentum = 0, dampening = 0, weight_decay = 0, nesterov = false, maximize = false } = options;
    for (const [name, value] of Object.entries({ lr, momentum, weight_decay })) {
      if (!(value >= 0)) raise('invalid_argument', `SGD: ${name} must not be negative: ${value}`);
    }
    if (nesterov && (momentum === 0 || dampening !== 0)) {
      raise('invalid_argument', 'SGD: nesterov needs a momentum, and no dampening');
    }
    this.#options = { lr, momentum, dampening, weight_decay, nesterov, maximize };
    if (typeof params?.[Symbol.iterator] !== 'function')
      raise('invalid_argument', 'SGD: expected a list of parameters');
    this.#parameters = [...params];
    if (this.#parameters.length === 0) raise('invalid_argument', 'SGD: there are no parameters');
    for (const p of this.#parameters) {
      if (!(p instanceof Tensor)) raise('invalid_argument', `SGD: a parameter must be a tensor, not ${typeof p}`);
      if (!p.is_leaf) raise('invalid_argument', 'SGD: a parameter must be a leaf, not the result of an op');
    }
  }

  /** What `repr(optimizer)` is in Python, of the options that there are here. */
  toString(): string {
    const options = Object.entries(this.#options).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const lines = options.map(([name, value]) => `    ${name}: ${typeof value === 'boolean' ? bool(value) : value}\n`);
    return `SGD (\nParameter Group 0\n${lines.join('')})`;
  }

  /** Resets the gradients of the parameters: to null, or to zeros. */
  zero_grad(options: ZeroGradOptions = {}): void {
    resetGradients(this.#parameters, options);
  }

  /** p ← p − η·direction, in place and outside the graph, for every parameter that has a gradient. */
  step(): void {
    const { lr } = this.#options;
    no_grad(() => {
      for (const p of this.#parameters) if (p.grad !== null) p.add_(this.#direction(p, p.grad), { alpha: -lr });
    });
  }

  // g ← ±g + λp;  v ← g at first, then μv + (1 − τ)g;  along v, or g + μv with Nesterov
  #direction(p: Tensor, grad: Tensor): Tensor {
    const { momentum, dampening, weight_decay, nesterov, maximize } = this.#options;
    let g = maximize ? grad.neg() : grad;
    if (weight_decay !== 0) g = g.add(p, { alpha: weight_decay });
    if (momentum === 0) return g;
    const before = this.#velocities.get(p);
    const v = before === undefined ? g.clone() : before.mul_(momentum).add_(g, { alpha: 1 - dampening });
    this.#velocities.set(p, v);
    return nesterov ? g.add(v, { alpha: momentum }) : v;
  }
}
showAsText(SGD);
