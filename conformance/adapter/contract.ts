/**
 * The contract between the suite and a library: what an adapter declares, and nothing else. Everything a case needs
 * beyond this is derived from what `ops`, `modules` and `optim` hold.
 */
import type { Dtype, ErrorKind } from '../values/case.ts';
import type { Modules, Ops, Optimizers } from './ops.gen.ts';

export { type LackedOption, Unsupported, unsupported } from './unsupported.ts';

/** A number of the host: a bigint is an int, a number may be an int or a float. */
export type Scalar = number | bigint | boolean;
/** A Python number as an op receives it; without a `scalar` hook it is never a bigint. */
export type HostScalar = number | boolean;
/** A number that an op gives to the host. `{ float: 2 }` is a float for certain, a bigint an int. */
export type HostNumber = number | bigint | boolean | { readonly float: number };
/** Now or later: whatever may be awaited. */
export type Later<R> = R | PromiseLike<R>;
/** What a loader gives: one list of tensors per batch, anew each time that it is iterated. `length`: how many. */
export type Batches<T> = (Iterable<readonly T[]> | AsyncIterable<readonly T[]>) & { readonly length?: number };
/** A dataset: how many rows it has, and each of them, one tensor per tensor that it was made of. */
export interface Rows<T> {
  readonly length?: number;
  readonly at?: (index: number) => Later<readonly T[]>;
}

/** Flat, row-major data: bigint for int64, boolean for bool, number for the rest. */
export interface TensorData {
  /** What the elements are; of what `read` gives, the library's own. */
  readonly dtype: Dtype;
  /** The size of each axis; [] for one number. */
  readonly shape: readonly number[];
  /** The elements in row-major order, as many as the shape has. */
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

/** Gradients as a property of tensors (PyTorch's own way). Every function but `backward` is synchronous. */
export interface TapeAutograd<T> {
  /** Gradients are a property of tensors. */
  readonly kind: 'tape';
  /** Marks a leaf and returns it (or its replacement, if tensors cannot be changed). */
  readonly requiresGrad: (t: T, on: boolean) => T;
  /** Goes back from `t` and adds to the `.grad` of the leaves. `gradient` is undefined where the case gives none. */
  readonly backward: (
    t: T,
    gradient: T | undefined,
    options: { readonly retain_graph?: boolean; readonly create_graph?: boolean },
  ) => Later<void>;
  /** The live `.grad`, or null. */
  readonly grad: (t: T) => T | null;
  /** The same values outside the graph, on the same memory if the library has views. */
  readonly detach: (t: T) => T;
  /** `.data`: the same memory outside the graph. Absent: `detach` does. */
  readonly data?: (t: T) => T;
  /** Runs `run` with recording off. Synchronous. */
  readonly noGrad: <R>(run: () => R) => R;
  /** Resets `.grad` of one tensor: to null, or to zeros. */
  readonly zeroGrad: (t: T, options: { readonly set_to_none?: boolean }) => void;
}

/** Gradients as a function of a function. The suite keeps leaves, `.grad` slots and `no_grad` itself. */
export interface FunctionalAutograd<T> {
  /** Gradients are a function of a function. */
  readonly kind: 'functional';
  /**
   * The vector-Jacobian product of `f` at `inputs`, one gradient per input. `cotangent` is undefined when the case gives
   * none: pass that on, never substitute ones, so that a non-scalar result raises as the library raises. `f` calls the
   * library with whatever depends on `inputs`, also where no gradient goes: comparisons, indices, casts to integers.
   */
  readonly vjp: (f: (...inputs: T[]) => T, inputs: readonly T[], cotangent: T | undefined) => Later<readonly T[]>;
}

/**
 * A module of the library. The suite holds what `create` returns and gives it back, so its type is the adapter's own:
 * annotate the parameter (`parameters: (layer: Dense) => …`).
 */
export interface ModuleAdapter<T, O> {
  /**
   * `state` holds given parameters under PyTorch's names, or is undefined: the library initialises. `children` are the
   * modules of a container, in order.
   */
  readonly create: (
    state: Readonly<Record<string, T>> | undefined,
    options: O,
    children: readonly never[],
  ) => Later<unknown>;
  /** The live parameters under PyTorch's names, in PyTorch's order. Absent: the module has none of its own. */
  readonly parameters?: (module: never) => Readonly<Record<string, T>>;
  /** `params` holds the current value of every parameter; a library with a tape may use its own. */
  readonly forward: (module: never, params: Readonly<Record<string, T>>, inputs: readonly T[]) => Later<T>;
  /** Sets parameters in place, with `strict` as in load_state_dict. Absent: `create` is called anew with the state. */
  readonly load?: (module: never, state: Readonly<Record<string, T>>, options: { readonly strict?: boolean }) => void;
  /** Resets the gradients of its parameters. Absent: the suite does it, parameter by parameter. */
  readonly zeroGrad?: (module: never, options: { readonly set_to_none?: boolean }) => void;
  /** The i-th module of a container, as the library itself gives it. */
  readonly child?: (module: never, index: number) => unknown;
}

/** An optimizer that the library made for some parameters. */
export interface Optimizer<T> {
  /**
   * A library with a tape updates its tensors; a functional one is given the current values and gradients (null: none
   * yet), and returns the new values.
   */
  readonly step: (params: readonly T[], grads: readonly (T | null)[]) => Later<readonly T[]> | Later<void>;
  /** Resets the gradients of its parameters. Absent: the suite does it, parameter by parameter. */
  readonly zeroGrad?: (options: { readonly set_to_none?: boolean }) => void;
}
/** Makes the library's optimizer for these parameters, with the options of the case under PyTorch's names. */
export type OptimizerAdapter<T, O> = (params: readonly T[], options: O) => Later<Optimizer<T>>;

/** What an entry does besides calling the library, by the op's name. */
export type Adapted = Readonly<
  Partial<Record<keyof Ops<never> | keyof Modules<never> | keyof Optimizers<never>, string>>
>;

/**
 * A library as the suite sees it: how it makes and reads tensors of its type `T`, and its functions under PyTorch's
 * names. What it leaves out is unsupported, and no failure. Write it with `defineAdapter`.
 */
export interface Adapter<T> {
  /** What the library is called in reports. */
  readonly name: string;
  /** Its version, for reports. */
  readonly version?: string;
  /** Where it is to be found, for the scoreboard. */
  readonly url?: string;
  /** What the library has: `true`, or the dtype that stands in (reported as substituted). Absent: unsupported. */
  readonly dtypes: Readonly<Partial<Record<Dtype, true | Dtype>>>;
  /**
   * `'in-place'`: ops whose names end in `_`, and index assignment, change the tensor itself. `'none'`: they return a
   * new one, which the suite binds to the name.
   */
  readonly mutation: 'none' | 'in-place';
  /** Awaited once, before the first case. */
  readonly init?: () => Later<void>;
  /** Runs one case; what it made may be freed afterwards. */
  readonly scope?: <R>(run: () => Later<R>) => Later<R>;
  /** Frees a tensor that the case is done with; called once for each. */
  readonly dispose?: (t: T) => void;
  /** A new tensor with this dtype, one that `dtypes` declares. Must copy `data`. */
  readonly tensor: (data: TensorData) => T;
  /** The elements now, under the library's own dtype. Must not consume `t`; may be called twice. */
  readonly read: (t: T) => Later<TensorData>;
  /**
   * Gives Python numbers their type, which a JS number has lost: 2 is both an int and a float. What it returns is what
   * ops get. Without it, an integral float beside a non-floating tensor, and an int beyond 2^53, are unsupported.
   */
  readonly scalar?: (value: Scalar, type: 'int' | 'float' | 'bool') => unknown;
  /** The library's own text form of a tensor, for a library that prints as PyTorch does. */
  readonly print?: (value: T) => string;
  /** `'pytorch'`: a seed gives PyTorch's own CPU stream. */
  readonly random?: 'pytorch';
  /**
   * Operands in the order of the op's page, padded with `undefined`; those that a page calls variadic as one list. Then
   * the options, exactly those of the case: absent means PyTorch's default. One that an entry does not read is reported as
   * unsupported, so name those that it takes: a rest pattern reads them all. Several results are an array.
   */
  readonly ops: Ops<NoInfer<T>>;
  /** Ops put together from several of the library's: counted apart. */
  readonly composed?: Ops<NoInfer<T>>;
  /** The library's modules, losses among them, under PyTorch's names. */
  readonly modules?: Modules<NoInfer<T>>;
  /** The library's optimizers, under PyTorch's names. */
  readonly optim?: Optimizers<NoInfer<T>>;
  /**
   * The entries of `ops`, `modules` and `optim` that are more than the library's plain call with the case's own arguments,
   * each with what the entry does besides (moves axes, gives an option that the case does not): counted apart.
   */
  readonly adapted?: Adapted;
  /** How the library gives gradients. Absent: every case that asks for one is unsupported. */
  readonly autograd?: TapeAutograd<NoInfer<T>> | FunctionalAutograd<NoInfer<T>>;
  /** The kind of an error that the library raised, by its type or a stable code; undefined if it says none. */
  readonly classifyError?: (error: unknown) => ErrorKind | undefined;
  /** `'exact'`: the library promises PyTorch's error kinds, and a wrong kind fails. */
  readonly errors?: 'exact';
}

/** Gives an adapter its type: `T` is inferred from `tensor`, and known inside `ops`. */
export const defineAdapter = <T>(adapter: Adapter<T>): Adapter<T> => adapter;
