/** Makes ops methods: `f(self, …)` becomes `self.f(…)`, in the types and at run time, from the lists of exports beside it. */

import { Tensor } from '../autograd/tensor.ts';
import { raise } from '../numbers/errors.ts';
import { isScalar } from '../numbers/scalar.ts';
import { showAsText } from '../print/inspect.ts';
import * as shared from './functions-and-methods.ts';
import * as methods from './methods.ts';

/** The function without its first parameter; of up to two overloads. */
type Method<F> = F extends { (self: never, ...rest: infer A): infer R; (self: never, ...rest: infer B): infer S }
  ? { (...rest: A): R; (...rest: B): S }
  : F extends (self: never, ...rest: infer A) => infer R
    ? (...rest: A) => R
    : never;
type Table = typeof shared & typeof methods;
type Methods = { [K in keyof Table]: Method<Table[K]> };

// Said here and not there, so that a tensor does not know of the ops that stand on it.
declare module '../autograd/tensor.ts' {
  interface Tensor extends Methods {}
}

type Untyped = (self: unknown, ...rest: unknown[]) => unknown;

/** Where None means something: a new axis, no gradient. */
const MAY_BE_NULL = new Set(['getitem', 'setitem', 'backward']);
const refuseNull = (name: string, rest: readonly unknown[]): void => {
  if (rest.includes(null) && !MAY_BE_NULL.has(name)) {
    raise('invalid_argument', `${name}: null is neither an operand nor an object of options`);
  }
};

for (const [name, op] of Object.entries({ ...shared, ...methods })) {
  const f = op as unknown as Untyped;
  Object.defineProperty(Tensor.prototype, name, {
    value(this: Tensor, ...rest: unknown[]): unknown {
      refuseNull(name, rest);
      return f(this, ...rest);
    },
    writable: true,
    configurable: true,
  });
}

showAsText(Tensor);

const isOperand = (x: unknown): boolean => x instanceof Tensor || isScalar(x);

// A method always has its tensor; as a function, an op may be given anything. A number may meet a tensor or a number.
const checked =
  (name: string, f: Untyped): Untyped =>
  (input, ...rest) => {
    refuseNull(name, rest);
    if (input instanceof Tensor || (isScalar(input) && isOperand(rest[0]))) return f(input, ...rest);
    return raise('invalid_argument', `${name}: expected a tensor, found ${typeof input}`);
  };

/** The ops that are functions too, as `torch` has them. */
export const functionsOfTensors: typeof shared = Object.fromEntries(
  Object.entries(shared).map(([name, f]) => [name, checked(name, f as unknown as Untyped)]),
) as unknown as typeof shared;
