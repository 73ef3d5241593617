/** Makes ops methods: `f(self, …)` becomes `self.f(…)`, in the types and at run time, from the two lists of exports. */
import { Tensor } from '../tensor.ts';
import * as shared from './functions-and-methods.ts';
import * as methods from './methods.ts';

/** The function without its first parameter; of up to two overloads. */
type Method<F> = F extends { (self: never, ...rest: infer A): infer R; (self: never, ...rest: infer B): infer S }
  ? { (...rest: A): R; (...rest: B): S }
  : F extends (self: never, ...rest: infer A) => infer R
    ? (...rest: A) => R
    : never;
type Table = typeof shared & typeof methods;
export type Methods = { [K in keyof Table]: Method<Table[K]> };

for (const [name, op] of Object.entries({ ...shared, ...methods })) {
  const f = op as unknown as (self: Tensor, ...rest: unknown[]) => unknown;
  Object.defineProperty(Tensor.prototype, name, {
    value(this: Tensor, ...rest: unknown[]): unknown {
      return f(this, ...rest);
    },
    writable: true,
    configurable: true,
  });
}
