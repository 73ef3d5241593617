/**
 * The front matter of `spec/ops/<op>.md` as typed data. The pages themselves are in `pages.gen.ts`, generated from the
 * Markdown, so that the core of the suite needs no file system; the JSON side is `spec/schema/op-page.schema.json`.
 */
import type { Dtype, ErrorKind } from '../values/case.ts';

export type OperandType =
  | 'tensor'
  | 'tensor_or_scalar'
  | 'tensor_or_tensors'
  | 'tensors'
  | 'scalar'
  /** Nested lists of scalars. */
  | 'data'
  | 'module'
  | 'optimizer'
  | 'loader'
  | 'dataset'
  | 'generator'
  | 'sequence'
  | 'any';

export interface Operand {
  readonly name: string;
  readonly type: OperandType;
  /** May be left out or null. */
  readonly optional?: boolean;
  /** Stands for all operands from here on. */
  readonly variadic?: boolean;
}

export type ResultType =
  | 'tensor'
  | 'module'
  | 'optimizer'
  | 'loader'
  | 'dataset'
  | 'generator'
  | 'sequence'
  | 'any'
  | 'int'
  | 'float'
  | 'bool'
  | 'ints'
  | 'size'
  | 'text'
  /** One number of the host language. */
  | 'scalar'
  /** Any host value. */
  | 'host';

export interface Result {
  readonly name: string;
  readonly type: ResultType;
  /** It exists only if this option is given. */
  readonly with?: string;
  /** It has this dtype whatever the op's rule says, and no gradient. */
  readonly dtype?: Dtype;
}

/**
 * The rule for the shape of the (first) result. `broadcast`: that in which all operands meet. `same`: the first operand's.
 * `reduce`: without the axes of `dim`, or with size 1 there by `keepdim`; without `dim`, without all. `matmul`: rows of the
 * first, columns of the second operand, whose other axes broadcast. `loss`: 0-d, or with `reduction: none` as `broadcast`.
 * `size`: the option of sizes, a −1 filled in. `data`: it follows from elements. `custom`: a rule of the op's own.
 */
export type ShapeRule = 'broadcast' | 'same' | 'reduce' | 'matmul' | 'loss' | 'size' | 'data' | 'custom';

/** The rule for the dtype of the (first) result: `spec/schema/op-page.schema.json` says what each means. */
export type DtypeRule =
  | 'same'
  | 'promote'
  | 'promote-float'
  | 'number'
  | 'sum'
  | 'float'
  | 'floating'
  | 'infer'
  | 'option'
  | 'bool'
  | 'truth'
  | 'int64'
  | 'host'
  | 'none';

/**
 * A JSON Schema, usually `{ $ref: 'values.schema.json#/$defs/<name>' }`, or another name of an option. Its `examples` are the
 * values of which random programs draw one.
 */
export type OptionSchema = { readonly alias: string } | Readonly<Record<string, unknown>>;

export type Accuracy = 'exact' | { readonly ulp: number } | { readonly rtol: number; readonly normwise: number };

/** How close a result comes to the exact one, by dtype; one that is not named is judged as a result of several ops. */
export type Bounds = Readonly<Partial<Record<Dtype, Accuracy>>>;

/** Where random operands are drawn from; `avoid` holds the points without a gradient. */
export interface Domain {
  /** `numbers`: all but bool; `lapack`: float32 and float64, of which LAPACK has factorizations. Any dtype unless said, and floating ones only where the rule for the dtype is `floating`. */
  readonly dtypes?: 'numbers' | 'floating' | 'lapack' | 'bool' | 'int64';
  readonly low?: number;
  readonly high?: number;
  readonly avoid?: readonly number[];
}

/**
 * What is true of an op that a law, a mutant or a comparison has to know:
 * - `sums`: it adds, squares or scales on its way to an element, so that it may overflow where its result does not;
 * - `symmetric`: its two operands may change places, whatever its options;
 * - `chooses`: each element of its result is one of several, or its place, of which some may be equal;
 * - `saturates`: its result comes so close to 1, or to the logarithm of 1, that its slope has few digits;
 * - `linear`: it is linear in its differentiable operands, all of them together;
 * - `flat`: its gradient is zero, whatever it is taken at.
 */
export type Trait = 'sums' | 'symmetric' | 'chooses' | 'saturates' | 'linear' | 'flat';

/**
 * The release of PyTorch (`2.0`) from which on an operand or option may be given, or those from which on it may have a form:
 * `none`, `bool`, `int`, `float`, `text`, `list`, a dtype, or `without <name>` where that other one is not given.
 */
export type Since = string | Readonly<Record<string, string>>;

/** How a call is written, where that does not follow from the other fields (`callOf`). */
export interface Call {
  /** `torch.f(x)`, `x.f()`, `x.f`, `x + y`. */
  readonly as?: 'function' | 'method' | 'attribute' | 'operator';
  /** Of an operator: Python's sign. */
  readonly symbol?: string;
  /** The options that stand by position behind the first operand, before the others. */
  readonly between?: readonly string[];
  /** The options that stand by position behind the operands, in PyTorch's order. */
  readonly positional?: readonly string[];
  /** Those of them that Python's readers expect by name; TypeScript has no names for arguments. */
  readonly keyword?: readonly string[];
}

/**
 * When the backward pass reads the values of an operand or result: always; only for the gradient of that operand; only
 * without that option; only where that other operand is a tensor, not a number.
 */
export type Saved = 'values' | { readonly for: string } | { readonly without: string } | { readonly tensor: string };

export interface Page {
  readonly name: string;
  /** The full PyTorch name. */
  readonly torch: string;
  readonly call?: Call;
  /** The group in reports. */
  readonly feature: string;
  readonly operands: readonly Operand[];
  readonly options: Readonly<Record<string, OptionSchema>>;
  /** What PyTorch takes beyond these, and why it is not asked. */
  readonly omitted?: Readonly<Record<string, string>>;
  /** The options without a default. */
  readonly required?: readonly string[];
  readonly results: readonly Result[];
  /** What older versions of PyTorch lack: the whole op, or operands and options by name. */
  readonly since?: string | Readonly<Record<string, Since>>;
  /** The rule that gives the result's shape; absent where no tensor comes back. */
  readonly shape?: ShapeRule;
  /** The rule that gives the result's dtype: `spec/chapters/dtypes.md`. */
  readonly dtype: DtypeRule;
  /** The operands that may have a gradient. */
  readonly differentiable: readonly string[];
  /** The operands and results whose values the backward pass reads. On every page with a gradient, and on no other. */
  readonly saves?: Readonly<Record<string, Saved>>;
  /** The result may share the first operand's storage. */
  readonly view?: boolean;
  /** The name of its in-place form. */
  readonly inplace?: string;
  /** It writes to its first operand. */
  readonly mutates?: boolean;
  /** Of a module: what may follow its name in a path. */
  readonly paths?: readonly string[];
  /** Of a module: the op that its call amounts to; parameters and options are its operands and options of these names. */
  readonly functional?: string;
  /** What a page says by the name of a class stands here in full. */
  readonly accuracy: Accuracy | Bounds;
  readonly domain: Readonly<Record<string, Domain>>;
  readonly traits?: readonly Trait[];
  readonly errors: readonly ErrorKind[];
  /** Ids of the documented choices that a library may make instead. */
  readonly conventions?: readonly string[];
}
