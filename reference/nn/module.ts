/** What all modules have: parameters of their own, children, and a forward. */
import { no_grad } from '../autograd/autograd.ts';
import { Tensor } from '../autograd/tensor.ts';
import { sameShape, shapeText } from '../memory/shape.ts';
import { raise } from '../numbers/errors.ts';
import { showAsText } from '../print/inspect.ts';
import { repr } from './repr.ts';

/** Parameters and modules under their names, in order; null: a parameter that this module does without. */
export type Registered = Readonly<Record<string, Tensor | Module | null>>;

type Forward = (...inputs: Tensor[]) => Tensor;
/** A module is called as a function is: `net(X)` is `net.forward(X)`. */
export interface Module extends Forward {}

/**
 * What has parameters and a `forward`. Extend it, give `forward` and `registered`, and call the object. Source:
 * torch.nn.Module.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the constructor makes a function, as the interface says.
export abstract class Module {
  constructor() {
    const call = (...inputs: Tensor[]): Tensor => module.forward(...inputs);
    const module: Module = Object.setPrototypeOf(call, new.target.prototype);
    for (const own of ['name', 'length']) Reflect.deleteProperty(module, own);
    // biome-ignore lint/correctness/noConstructorReturn: what is returned is what `this` is in the classes that extend this one.
    return module;
  }

  /** What this module consists of. */
  registered(): Registered {
    return {};
  }

  /** What the module computes of its inputs. */
  abstract forward(...inputs: Tensor[]): Tensor;

  /** Every name and its parameter, a module's own before those within: `0.weight`, `0.bias`, … A shared one has several names. */
  named_parameters(): [string, Tensor][] {
    return Object.entries(this.registered()).flatMap(([name, part]): [string, Tensor][] => {
      if (part === null) return [];
      if (part instanceof Tensor) return [[name, part]];
      return part.named_parameters().map(([inner, parameter]) => [`${name}.${inner}`, parameter]);
    });
  }

  /** What stands between the parentheses when the module is printed, its children aside. */
  extra_repr(): string {
    return '';
  }

  /** `Linear(in_features=2, out_features=1, bias=True)`: what `repr(module)` is in Python. */
  toString(): string {
    const children = Object.entries(this.registered()).filter(([, part]) => part instanceof Module);
    return repr(this.constructor.name, this.extra_repr(), children);
  }

  /** The live parameters, each once. */
  parameters(): Tensor[] {
    return [...new Set(this.named_parameters().map(([, parameter]) => parameter))];
  }

  /** Copies values into the parameters, all of which must be named. Raises invalid_argument, shape_mismatch. */
  load_state_dict(state: Readonly<Record<string, Tensor>>, { strict = true }: LoadOptions = {}): void {
    if (typeof state !== 'object' || state === null)
      raise('invalid_argument', 'load_state_dict: expected tensors by name');
    const own = this.named_parameters();
    const names = new Set(own.map(([name]) => name));
    const unknown = Object.keys(state).find((name) => !names.has(name));
    if (strict && unknown !== undefined) raise('invalid_argument', `load_state_dict: there is no parameter ${unknown}`);
    for (const [name, parameter] of own) {
      const value =
        state[name] ?? (strict ? raise('invalid_argument', `load_state_dict: ${name} is missing`) : parameter);
      if (!sameShape(value.shape, parameter.shape)) {
        const [has, wants] = [shapeText(value.shape), shapeText(parameter.shape)];
        raise('shape_mismatch', `load_state_dict: ${name} has shape ${wants}, the given value ${has}`);
      }
    }
    no_grad(() => {
      for (const [name, parameter] of own) if (name in state) parameter.copy_(state[name]!);
    });
  }

  /** Resets the gradients of the parameters: to null, or to zeros. */
  zero_grad(options: ZeroGradOptions = {}): void {
    resetGradients(this.parameters(), options);
  }
}
showAsText(Module);

export interface LoadOptions {
  /** Default true. False: names that do not meet are passed over. */
  readonly strict?: boolean;
}

export interface ZeroGradOptions {
  /** Default true, as since PyTorch 2.0. */
  readonly set_to_none?: boolean;
}

export function resetGradients(parameters: readonly Tensor[], { set_to_none = true }: ZeroGradOptions): void {
  for (const parameter of parameters) {
    if (set_to_none || parameter.grad === null) parameter.grad = null;
    // What was read of it before becomes zeros as well.
    else parameter.grad = parameter.grad.detach().zero_();
  }
}
