/**
 * A fixture case as the suite's rooms pass it on: what a JSON file says, after loading, before running.
 * The JSON side of these shapes is `spec/schema/fixture.schema.json`; the meaning of each field is in `spec/README.md`.
 */

export type Dtype =
  | 'bool'
  | 'uint8'
  | 'int8'
  | 'int16'
  | 'int32'
  | 'int64'
  | 'float16'
  | 'bfloat16'
  | 'float32'
  | 'float64';

/** One element as JSON holds it: what JSON cannot say is a string (`"NaN"`, `"-0"`, `"9223372036854775807"`). */
export type Element = number | boolean | string;
export type Nested<E> = E | readonly Nested<E>[];

export interface TensorValue {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly data: Nested<Element>;
  readonly requires_grad?: boolean;
}

/** A literal in `in` or `with`. In `in` a string is a name or path, in `with` it is text. */
export type Literal =
  | number
  | boolean
  | string
  | null
  | { readonly float: number | string }
  | { readonly int: string }
  | { readonly ref: string }
  | readonly Literal[]
  | { readonly [key: string]: Literal };

export interface OpStep {
  readonly op: string;
  readonly in?: readonly Literal[];
  readonly with?: Readonly<Record<string, Literal>>;
  readonly out?: string | readonly (string | null)[];
}
export type Step =
  | OpStep
  | { readonly no_grad: readonly Step[] }
  | { readonly repeat: number; readonly ops: readonly Step[] }
  | { readonly for: string | readonly string[]; readonly of: string; readonly ops: readonly Step[] };

export type Tolerance =
  | 'exact'
  | { readonly ulp: number }
  | { readonly abs: number; readonly why: string }
  | { readonly rtol: number; readonly atol: number };

export type Distribution =
  | { readonly normal: { readonly mean: number; readonly std: number } }
  | { readonly uniform: { readonly low: number; readonly high: number } };

/** What holds for one name after the last op. Each field that is present must hold. */
export interface Expectation {
  readonly dtype?: Dtype;
  readonly shape?: readonly number[];
  readonly data?: Nested<Element>;
  readonly tolerance?: Tolerance;
  readonly prints?: string;
  readonly value?: Literal;
  readonly each?: readonly Expectation[];
  readonly null?: true;
  readonly distribution?: Distribution;
  readonly below?: number;
  readonly above?: number;
  readonly either?: readonly Expectation[];
}

export type ErrorKind =
  | 'shape_mismatch'
  | 'dtype_mismatch'
  | 'index_out_of_range'
  | 'invalid_argument'
  | 'unsupported_dtype'
  | 'non_scalar_backward'
  | 'graph_freed'
  | 'leaf_inplace'
  | 'saved_tensor_modified'
  | 'no_grad_graph';

/** `op` is the index of the step that raises; a list is a path into blocks. */
export interface ExpectedError {
  readonly kind: ErrorKind;
  readonly op: number | readonly number[];
}

/** Names (or paths) to expectations; the keys `error` and `either` are reserved. */
export interface Expected {
  readonly names: Readonly<Record<string, Expectation>>;
  readonly error?: ExpectedError;
  /** Correlated alternatives: one of these whole expectations holds. */
  readonly either?: readonly Expected[];
}

export interface Convention {
  readonly id: string;
  readonly expected: Expected;
}

/** What an older PyTorch gave; the newest version that was seen to give it is `until`. */
export interface Earlier {
  readonly until: string;
  readonly expected: Expected;
}

export interface Case {
  /** `<group>/<topic>/<case id>`: stable for ever. */
  readonly id: string;
  readonly title: { readonly en: string; readonly zh?: string };
  readonly rules: readonly string[];
  readonly source: string;
  readonly note?: { readonly block?: number | readonly number[]; readonly claim?: string | readonly string[] };
  /** How the note differs from PyTorch here: `E1`, `E2`, … and one sentence. */
  readonly erratum?: { readonly id: string; readonly text: string };
  readonly inputs: Readonly<Record<string, TensorValue>>;
  readonly ops: readonly Step[];
  /** What the newest PyTorch gives. */
  readonly expected: Expected;
  readonly conventions: readonly Convention[];
  /** What older versions of PyTorch gave instead, from old to new. */
  readonly earlier: readonly Earlier[];
  /** For an error case: the id of a case of the same op that succeeds. */
  readonly control?: string;
  /** Where it stands, for messages. */
  readonly file: string;
}

/** What a runner may know of a case: everything but what is expected of it. */
export interface Request {
  readonly id: string;
  readonly inputs: Readonly<Record<string, TensorValue>>;
  readonly ops: readonly Step[];
  readonly observe: readonly { readonly name: string; readonly prints?: true }[];
}
