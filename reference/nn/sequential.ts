import type { Tensor } from '../autograd/tensor.ts';
import { raise } from '../numbers/errors.ts';
import { Module, type Registered } from './module.ts';

/** The type at a literal index, or of any module at another one. */
type At<Ms extends readonly Module[], I extends number> = `${I}` extends keyof Ms ? Ms[`${I}` & keyof Ms] : Ms[number];

/** Modules in a row, each fed with what the one before gives. */
export class Sequential<Ms extends readonly Module[] = readonly Module[]> extends Module {
  /** PyTorch's `net[0]`, of the type of any of its modules; `at` knows which it is, and refuses what is not there. */
  readonly [index: number]: Ms[number];
  readonly #modules: Ms;

  constructor(...modules: Ms) {
    super();
    if (!modules.every((m) => m instanceof Module)) raise('invalid_argument', 'Sequential: expected modules');
    this.#modules = modules;
    Object.assign(this, modules);
  }

  /** PyTorch's `net[index]`: the module itself, counted from the end if negative. Raises index_out_of_range. */
  at<I extends number>(index: I): At<Ms, I> {
    const module = Number.isInteger(index) ? this.#modules.at(index) : undefined;
    return (module ?? raise('index_out_of_range', `index ${index} is out of range for ${this.length} modules`)) as At<
      Ms,
      I
    >;
  }

  /** How many modules there are. */
  override get length(): number {
    return this.#modules.length;
  }

  override registered(): Registered {
    return Object.fromEntries(this.#modules.entries());
  }

  /** The last one's result: each module is given what the one before gives. */
  forward(input: Tensor): Tensor {
    return this.#modules.reduce((x, module) => module.forward(x), input);
  }
}
