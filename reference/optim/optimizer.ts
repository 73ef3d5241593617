import { no_grad } from '../autograd/autograd.ts';
import { Tensor } from '../autograd/tensor.ts';
import { resetGradients, type ZeroGradOptions } from '../nn/module.ts';
import { bool } from '../nn/repr.ts';
import { raise } from '../numbers/errors.ts';
import { showAsText } from '../print/inspect.ts';

/** An option as it is printed. */
type Option = number | boolean | readonly number[];

/** What the rules of most optimizers begin with. */
export interface GradientOptions {
  /** λ, the share of the parameter that is added to its gradient. */
  readonly weight_decay?: number;
  /** Climb instead of descend. */
  readonly maximize?: boolean;
}

/** Parameters, and the rule by which one of them steps along its gradient. */
export abstract class Optimizer<O extends object> {
  readonly #name: string;
  readonly #parameters: readonly Tensor[];
  protected readonly options: O;

  /** Raises invalid_argument: what is no list of leaves, or an empty one. */
  protected constructor(name: string, params: Iterable<Tensor>, options: O) {
    this.#name = name;
    this.options = options;
    if (typeof params?.[Symbol.iterator] !== 'function')
      raise('invalid_argument', `${name}: expected a list of parameters`);
    this.#parameters = [...params];
    if (this.#parameters.length === 0) raise('invalid_argument', `${name}: there are no parameters`);
    for (const p of this.#parameters) {
      if (!(p instanceof Tensor)) raise('invalid_argument', `${name}: a parameter must be a tensor, not ${typeof p}`);
      if (!p.is_leaf) raise('invalid_argument', `${name}: a parameter must be a leaf, not the result of an op`);
    }
  }

  /** What `repr(optimizer)` is in Python, of the options that there are here. */
  toString(): string {
    const options = Object.entries(this.options as Record<string, Option>).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const lines = options.map(([name, value]) => `    ${name}: ${text(value)}\n`);
    return `${this.#name} (\nParameter Group 0\n${lines.join('')})`;
  }

  /** Resets the gradients of the parameters: to null, or to zeros. */
  zero_grad(options: ZeroGradOptions = {}): void {
    resetGradients(this.#parameters, options);
  }

  /** Updates every parameter that has a gradient, in place and outside the graph. The gradients stay as they are. */
  step(): void {
    no_grad(() => {
      for (const p of this.#parameters) if (p.grad !== null) this.update(p, p.grad);
    });
  }

  /** One parameter steps along its gradient, which it leaves alone. */
  protected abstract update(p: Tensor, grad: Tensor): void;
}
showAsText(Optimizer);

const text = (value: Option): string | number => {
  if (typeof value === 'boolean') return bool(value);
  return typeof value === 'number' ? value : `(${value.join(', ')})`;
};

/** Raises invalid_argument for those that are negative, or NaN. */
export function checkNotNegative(optimizer: string, options: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (!(value >= 0)) raise('invalid_argument', `${optimizer}: ${name} must not be negative: ${value}`);
  }
}

// g ← ±g + λp
export function decayed(p: Tensor, grad: Tensor, { weight_decay, maximize }: Required<GradientOptions>): Tensor {
  const g = maximize ? grad.neg() : grad;
  return weight_decay === 0 ? g : g.add(p, { alpha: weight_decay });
}
