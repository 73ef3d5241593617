import type { Dtype, ErrorKind } from './case.ts';

/** A host value as it was seen. `bigint` is an int for certain; a JS `number` may be either int or float. */
export type Host = number | bigint | boolean | string | null | { readonly float: number } | readonly Host[];

/** What a name held after the last op. `data` is flat and row-major. */
export type Observation =
  | {
      readonly kind: 'tensor';
      readonly dtype: Dtype;
      readonly shape: readonly number[];
      readonly data: ArrayLike<number | bigint | boolean>;
      readonly prints?: string;
      /** A host number where a 0-d tensor was due: judged as `zero-dim-as-number`. */
      readonly host?: true;
    }
  | { readonly kind: 'host'; readonly value: Host; readonly prints?: string }
  | { readonly kind: 'sequence'; readonly each: readonly Observation[]; readonly prints?: string }
  | { readonly kind: 'null' };

/** How one case ended, and what else is known of it. */
export type Outcome = Ending & {
  /** What was written to stdout and stderr meanwhile, where that is caught. */
  readonly output?: string;
  /** How many milliseconds it took, where that is not the time that passed: cases wait for a worker. */
  readonly took?: number;
  /** Of a case that ended its worker: the one that the worker had run right before. */
  readonly follows?: string;
};

/** How one case ended, before anybody compared it with what was expected. A closed union. */
export type Ending =
  | {
      readonly status: 'result';
      readonly values: Readonly<Record<string, Observation>>;
      /** The library was asked for nothing: what the case shows holds whatever it does. */
      readonly idle?: true;
      /** What the evaluator did in the library's place (`.grad` arithmetic, a plain SGD step). */
      readonly assisted?: readonly string[];
      /** dtypes that the adapter substituted, expected → used. */
      readonly substituted?: Readonly<Partial<Record<Dtype, Dtype>>>;
      /** The ops that ran from `composed`. */
      readonly composed?: readonly string[];
      /** The ops, modules and optimizers that ran from an entry that does more than call the library. */
      readonly adapted?: readonly string[];
    }
  | {
      readonly status: 'threw';
      readonly op: readonly number[];
      readonly kind?: ErrorKind;
      readonly message: string;
      /** What of the library itself, and not of the case, made it raise, by its own word: `no-kernel`. */
      readonly limitation?: string;
      /** It was raised by `read`, and is counted at the op that made the value. */
      readonly late?: true;
      /** What other names held when it raised. */
      readonly values?: Readonly<Record<string, Observation>>;
      readonly substituted?: Readonly<Partial<Record<Dtype, Dtype>>>;
    }
  | {
      readonly status: 'unsupported';
      readonly what: string;
      /** The options that it lacks, if that is what is lacking. */
      readonly options?: readonly { readonly op: string; readonly option: string }[];
    }
  /** The adapter broke its contract. */
  | { readonly status: 'error'; readonly message: string }
  | { readonly status: 'timeout'; readonly after: number }
  | { readonly status: 'crash'; readonly message: string };
