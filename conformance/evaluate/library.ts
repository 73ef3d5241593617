import type { Adapter } from '../adapter/contract.ts';
import type { Dtype } from '../values/case.ts';

declare const opaque: unique symbol;
/** Some library's tensor. Only its adapter may look inside. */
export interface Tensor {
  readonly [opaque]: never;
}
export type LibraryFunction = (...args: readonly unknown[]) => unknown;

/** An adapter as the evaluator uses it: found once, then looked up by name. */
export interface Library {
  readonly adapter: Adapter<Tensor>;
  readonly ops: Readonly<Record<string, LibraryFunction | undefined>>;
  readonly composed: Readonly<Record<string, LibraryFunction | undefined>>;
  /** What its entries do besides calling the library. */
  readonly adapted: Readonly<Record<string, string>>;
  /** The dtypes that others stand in for. */
  readonly substituted: Readonly<Partial<Record<Dtype, Dtype>>> | undefined;
}

const known = new WeakMap<object, Library>();

export function libraryOf<T>(adapter: Adapter<T>): Library {
  const found = known.get(adapter);
  if (found !== undefined) return found;
  const entries = Object.entries(adapter.dtypes).filter(([, by]) => by !== true);
  const library: Library = {
    // The one place where T is forgotten: from here on a tensor only passes from one of the adapter's functions to another.
    adapter: adapter as unknown as Adapter<Tensor>,
    // Without a prototype, to which a library may add what it likes.
    ops: { __proto__: null, ...adapter.ops } as unknown as Library['ops'],
    composed: { __proto__: null, ...adapter.composed } as unknown as Library['ops'],
    adapted: { __proto__: null, ...adapter.adapted } as unknown as Library['adapted'],
    substituted: entries.length === 0 ? undefined : (Object.fromEntries(entries) as Partial<Record<Dtype, Dtype>>),
  };
  known.set(adapter, library);
  return library;
}
