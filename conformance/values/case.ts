/**
 * A fixture case as the suite's rooms pass it on: what a JSON file says, after loading, before running. The JSON side of these shapes is `spec/schema/fixture.schema.json`; the meaning of each field is in `spec/README.md`.
 */
import type { Distribution } from './distribution.ts';

/** The dtypes of the spec (spec/chapters/dtypes.md). */
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
/** Lists within lists, as deep as a tensor has axes: a bare element for a 0-d one. */
export type Nested<E> = E | readonly Nested<E>[];

/** A tensor as a fixture writes it. */
export interface TensorValue {
  /** What the elements are. */
  readonly dtype: Dtype;
  /** The size of each axis; [] for one number. */
  readonly shape: readonly number[];
  /** The elements, nested by axis. */
  readonly data: Nested<Element>;
  /** Makes it a leaf that records gradients. Default: false. */
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

/** One call: `{ op: "add", in: ["x", 2], with: { alpha: 3 }, out: "z" }` is z = torch.add(x, 2, alpha=3). */
export interface OpStep {
  /** The name of the op's page, or of its in-place form. */
  readonly op: string;
  /** The operands, in the order of the page. */
  readonly in?: readonly Literal[];
  /** Everything else, under PyTorch's keyword names. */
  readonly with?: Readonly<Record<string, Literal>>;
  /** A name for the result, or one for each of several; null skips one. */
  readonly out?: string | readonly (string | null)[];
}
/**
 * A call, or a block of steps: without recording, up to the op that raises, repeated, or over what a loader, a list or
 * the rows of a tensor give.
 */
export type Step =
  | OpStep
  | { readonly no_grad: readonly Step[] }
  | { readonly try: readonly Step[] }
  | { readonly repeat: number; readonly ops: readonly Step[] }
  | { readonly for: string | readonly string[]; readonly of: string; readonly ops: readonly Step[] };

/**
 * How near a number has to be: exactly, within `ulp` steps of its dtype, within `abs`, within `atol` + `rtol` of its size, or
 * within `rtol` of its size or `normwise` of that of the largest finite number of its tensor.
 */
export type Tolerance =
  | 'exact'
  | { readonly ulp: number }
  | { readonly abs: number; readonly why: string }
  | { readonly rtol: number; readonly atol: number }
  | { readonly rtol: number; readonly normwise: number };

/** What holds for one name after the last op. Each field that is present must hold. */
export interface Expectation {
  /** The tensor's dtype. */
  readonly dtype?: Dtype;
  /** The tensor's shape. */
  readonly shape?: readonly number[];
  /** Its elements, nested by axis. */
  readonly data?: Nested<Element>;
  /** How near the elements have to be. Absent: as the pages of the ops say that made them. */
  readonly tolerance?: Tolerance;
  /** The text that PyTorch prints for it. */
  readonly prints?: string;
  /** A value of the host: an int, a float, a bool, text, null, or a list. */
  readonly value?: Literal;
  /** One expectation for each item of a sequence. */
  readonly each?: readonly Expectation[];
  /** There is nothing, as with an absent gradient. */
  readonly null?: true;
  /** It holds what another name holds. */
  readonly equals?: string;
  /** It holds something else than another name. */
  readonly differs?: string;
  /** The elements are a sample of it. */
  readonly distribution?: Distribution;
  /** Every element is strictly less. */
  readonly below?: number;
  /** Every element is strictly greater. */
  readonly above?: number;
  /** Alternatives, of which PyTorch allows each. */
  readonly either?: readonly Expectation[];
}

/** How an op refuses: the closed set of spec/chapters/errors.md, named after what PyTorch's message is about. */
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
  /** What PyTorch's message is about. */
  readonly kind: ErrorKind;
  /** Which step raises, counted from 0. */
  readonly op: number | readonly number[];
}

/** Names (or paths) to expectations; the keys `error` and `either` are reserved. */
export interface Expected {
  /** What holds of each, when the program has ended or raised. */
  readonly names: Readonly<Record<string, Expectation>>;
  /** The step that raises, and none before it. Absent: none does. */
  readonly error?: ExpectedError;
  /** Correlated alternatives: one of these whole expectations holds. */
  readonly either?: readonly Expected[];
}

/** Another result, which a library may document: a match is reported as such, and is no pass. */
export interface Convention {
  /** The same wherever the library has to go the same way. */
  readonly id: string;
  /** What holds then. */
  readonly expected: Expected;
}

/** What an older PyTorch gave; the newest version that was seen to give it is `until`. */
export interface Earlier {
  /** A version that is run: `2.6.0`. */
  readonly until: string;
  /** What it gave; its names take the place of the case's own. */
  readonly expected: Expected;
}

/** A case: a program, what has to hold after it, and where that is from (spec/README.md). */
export interface Case {
  /** `<group>/<topic>/<case id>`: stable for ever. */
  readonly id: string;
  /** The behaviour in one sentence, in the present tense. */
  readonly title: { readonly en: string; readonly zh?: string };
  /** The clauses of the spec that it shows: `sum.C1`. */
  readonly rules: readonly string[];
  /** Where the expected values are from: `pytorch-2.14.1`, `mpmath-…` or `spec`. */
  readonly source: string;
  /** The places of the note that it covers. */
  readonly note?: { readonly block?: number | readonly number[]; readonly claim?: string | readonly string[] };
  /** How the note differs from PyTorch here: `E1`, `E2`, … and one sentence. */
  readonly erratum?: { readonly id: string; readonly text: string };
  /** The tensors that it starts from, by name. */
  readonly inputs: Readonly<Record<string, TensorValue>>;
  /** What runs, in order. */
  readonly ops: readonly Step[];
  /** What the newest PyTorch gives. */
  readonly expected: Expected;
  /** Other results that a library may document. */
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
  /** The case's. */
  readonly id: string;
  /** The tensors that it starts from, by name. */
  readonly inputs: Readonly<Record<string, TensorValue>>;
  /** What runs, in order. */
  readonly ops: readonly Step[];
  /** The names and paths to look at afterwards, or when an op has raised; with `prints`, their text too. */
  readonly observe: readonly { readonly name: string; readonly prints?: true }[];
}
