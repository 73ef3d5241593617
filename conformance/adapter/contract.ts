/**
 * The contract between the suite and a library: what an adapter declares, and nothing else. Everything a case needs
 * beyond this is derived from what `ops`, `modules` and `optim` hold.
 */
import type { Dtype, ErrorKind } from '../case.ts';
import type { Modules, Ops, Optimizers } from './ops.gen.ts';

export type Scalar = number | bigint | boolean;
export type Later<R> = R | Promise<R>;

/** Flat, row-major data: bigint for int64, boolean for bool, number for the rest. */
export interface TensorData {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly data: ArrayLike<number | bigint | boolean>;
}

/** One entry of an index expression, in order; a slice's absent ends are `undefined`. */
export type IndexItem<T> =
  | number
  | boolean
  | null
  | '...'
  | { readonly start: number | undefined; readonly stop: number | undefined; readonly step: number | undefined }
  | { readonly tensor: T };

/** Gradients as a property of tensors (PyTorch's own way). */
export interface TapeAutograd<T> {
  readonly kind: 'tape';
  readonly requiresGrad: (t: T, on: boolean) => T;
  readonly backward: (
    t: T,
    gradient: T | undefined,
    options: { readonly retain_graph?: boolean; readonly create_graph?: boolean },
  ) => Later<void>;
  /** The live `.grad`, or null. */
  readonly grad: (t: T) => T | null;
  readonly detach: (t: T) => T;
  /** Runs `run` with recording off. Synchronous. */
  readonly noGrad: <R>(run: () => R) => R;
  readonly zeroGrad: (t: T) => void;
}

/** Gradients as a function of a function. The suite keeps leaves, `.grad` slots and `no_grad` itself. */
export interface FunctionalAutograd<T> {
  readonly kind: 'functional';
  /**
   * The vector-Jacobian product of `f` at `inputs`. `cotangent` is undefined when the case gives none: pass that on,
   * never substitute ones, so that a non-scalar result raises as the library raises.
   */
  readonly vjp: (f: (...inputs: T[]) => T, inputs: readonly T[], cotangent: T | undefined) => Later<readonly T[]>;
}

export interface ModuleAdapter<T> {
  /** `state` holds given parameters under PyTorch's names, or is undefined: the library initialises. */
  readonly create: (state: Readonly<Record<string, T>> | undefined, options: Record<string, never>) => unknown;
  readonly parameters?: (module: never) => Readonly<Record<string, T>>;
  readonly forward: (module: never, params: Readonly<Record<string, T>>, inputs: readonly T[]) => Later<T>;
}

export interface Adapter<T> {
  readonly name: string;
  readonly version?: string;
  readonly url?: string;
  /** What the library has: `true`, or the dtype that stands in (reported as substituted). Absent: unsupported. */
  readonly dtypes: Readonly<Partial<Record<Dtype, true | Dtype>>>;
  readonly mutation: 'none' | 'in-place';
  readonly init?: () => Later<void>;
  readonly scope?: <R>(run: () => Later<R>) => Later<R>;
  readonly dispose?: (t: T) => void;
  /** Must copy `data`. */
  readonly tensor: (data: TensorData) => T;
  /** Must not consume `t`; may be called twice. */
  readonly read: (t: T) => Later<TensorData>;
  readonly scalar?: (value: Scalar, type: 'int' | 'float' | 'bool') => T | Scalar;
  /** The library's own text form of a value, for a library that prints as PyTorch does. */
  readonly print?: (value: unknown) => string;
  /** `'pytorch'`: a seed gives PyTorch's own CPU stream. */
  readonly random?: 'pytorch';
  readonly ops: Ops<NoInfer<T>>;
  /** Ops put together from several of the library's: counted apart. */
  readonly composed?: Ops<NoInfer<T>>;
  readonly modules?: Modules<NoInfer<T>>;
  readonly optim?: Optimizers<NoInfer<T>>;
  readonly autograd?: TapeAutograd<NoInfer<T>> | FunctionalAutograd<NoInfer<T>>;
  readonly classifyError?: (error: unknown) => ErrorKind | undefined;
  /** `'exact'`: the library promises PyTorch's error kinds, and a wrong kind fails. */
  readonly errors?: 'exact';
}

/** Thrown by `unsupported`: the library lacks this value of an option. */
export class Unsupported extends Error {
  readonly what: string;
  constructor(what: string) {
    super(`unsupported: ${what}`);
    this.what = what;
  }
}
export const unsupported = (what: string): never => {
  throw new Unsupported(what);
};

export const defineAdapter = <T>(adapter: Adapter<T>): Adapter<T> => adapter;
