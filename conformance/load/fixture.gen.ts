// Generated from spec/schema/fixture.schema.json by `npm run generate`.

/**
 * a block of the note, 0 to 118
 */
export type Block = number;
/**
 * a claim of the note, P1 to P36
 */
export type Claim = string;
/**
 * a dtype
 */
export type Dtype =
  'bool' | 'uint8' | 'int8' | 'int16' | 'int32' | 'int64' | 'float16' | 'bfloat16' | 'float32' | 'float64';
/**
 * the shape of a tensor
 */
export type Shape = number[];
/**
 * elements nested by axis, row-major; a bare element for a 0-d tensor
 */
export type Nested = Nested[] | Element;
/**
 * one element: a number, true or false, or text for what JSON cannot hold ("NaN", "-0", "9223372036854775807")
 */
export type Element = number | boolean | string;
/**
 * the elements in row-major order, over and over until the shape is full
 *
 * @minItems 1
 */
export type Repeats = Element[];
/**
 * an op, or a block: no_grad, try, repeat or for
 */
export type FixtureStep = FixtureNoGrad | (FixtureTry | (FixtureRepeat | (FixtureFor | FixtureOp)));
/**
 * a name: a letter or _, then letters, digits or _; not `error`, not `either`
 */
export type Name = string;
/**
 * a name, or a path such as `x.grad` or `net.0.weight`
 */
export type Path = string;
/**
 * an operand: a name or path as text, a number, true or false, null for None, { "float": … }, { "int": … }, or a list of operands
 */
export type Literal = Literal[] | (NumberLiteral | (Path | (boolean | null)));
/**
 * an int or a float: a number, { "float": … } or { "int": … }
 */
export type NumberLiteral = IntLiteral | (FloatLiteral | number);
/**
 * a name, or null to skip this result
 */
export type OutName = Name | null;
/**
 * ops and blocks, in the order in which they run
 *
 * @minItems 1
 */
export type Steps = FixtureStep[];
/**
 * a kind of error
 */
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
/**
 * an index, from 0
 */
export type Position = number;
/**
 * "exact", { "ulp": n }, { "abs": a, "why": "…" }, { "rtol": r, "normwise": n } or { "rtol": r, "atol": a }
 */
export type FixtureTolerance =
  | 'exact'
  | (
      | {
          /**
           * units in the last place
           */
          ulp: number;
        }
      | (
          | {
              /**
               * an absolute bound
               */
              abs: number;
              /**
               * the derivation of the bound
               */
              why: string;
            }
          | (
              | {
                  /**
                   * a bound relative to the expected value
                   */
                  rtol: number;
                  /**
                   * a bound relative to the largest finite number of the tensor, that holds beside it
                   */
                  normwise: number;
                }
              | {
                  /**
                   * a bound relative to the expected value
                   */
                  rtol: number;
                  /**
                   * an absolute bound, added to it
                   */
                  atol: number;
                }
            )
        )
    );
/**
 * a host value: an int, a float, a bool, text, null, or a list of them
 */
export type Host = Host[] | (NumberLiteral | (boolean | string | null));

/**
 * a fixture file, which holds the cases of one topic (spec/README.md says what each field means)
 */
export interface FixtureFile {
  /**
   * the path of this schema, for editors
   */
  $schema?: string;
  /**
   * what the file is about
   */
  title: string;
  /**
   * where the expected values come from: pytorch-<version>, mpmath-<version>, or spec
   */
  source: string;
  /**
   * the cases, in order
   *
   * @minItems 1
   */
  cases: FixtureCase[];
}
/**
 * a case
 */
export interface FixtureCase {
  /**
   * kebab-case: lower-case words and digits joined by hyphens
   */
  id: string;
  /**
   * the behaviour in one sentence
   */
  title: {
    /**
     * English
     */
    en: string;
    /**
     * Chinese
     */
    zh?: string;
  };
  /**
   * the clauses that the case shows, such as sum.C3
   *
   * @minItems 1
   *
   * Items: a clause: the name of a page or chapter, a dot, and its label, such as sum.C3
   */
  rules: string[];
  /**
   * where the note says so: { "block": 23 } or { "claim": "P7" }, or lists of them
   */
  note?: Note;
  /**
   * how the note differs from PyTorch here
   */
  erratum?: Erratum;
  /**
   * names and the tensors that they start as
   */
  inputs?: {
    [k: string]: FixtureTensor;
  };
  /**
   * ops and blocks, in the order in which they run
   *
   * @minItems 1
   */
  ops: Steps;
  /**
   * what holds after the last op, by name or path
   */
  expected: FixtureExpected;
  /**
   * other results that a library may document instead
   *
   * @minItems 1
   */
  conventions?: FixtureConvention[];
  /**
   * what older versions of PyTorch gave instead, from old to new
   *
   * @minItems 1
   */
  earlier?: FixtureEarlier[];
  /**
   * the id of a case that succeeds: a case id of this file, or a full id
   */
  control?: string;
}
/**
 * where the note says so: { "block": 23 } or { "claim": "P7" }, or lists of them
 */
export interface Note {
  /**
   * a block of the note, or a list of blocks
   */
  block?: Block[] | Block;
  /**
   * a claim of the note, or a list of claims
   */
  claim?: Claim[] | Claim;
}
/**
 * how the note differs from PyTorch here
 */
export interface Erratum {
  /**
   * an erratum, E1, E2, …; the list is open
   */
  id: string;
  /**
   * one sentence
   */
  text: string;
}
/**
 * a tensor: dtype, shape, and data nested by axis, or the numbers that it repeats
 */
export interface FixtureTensor {
  /**
   * a dtype
   */
  dtype: Dtype;
  /**
   * the shape of a tensor
   */
  shape: Shape;
  /**
   * elements nested by axis, row-major; a bare element for a 0-d tensor
   */
  data?: Nested;
  /**
   * the elements in row-major order, over and over until the shape is full
   *
   * @minItems 1
   */
  repeats?: Repeats;
  /**
   * true for a leaf that records gradients
   */
  requires_grad?: boolean;
}
/**
 * runs its ops without recording
 */
export interface FixtureNoGrad {
  /**
   * ops and blocks, in the order in which they run
   *
   * @minItems 1
   */
  no_grad: Steps;
}
/**
 * runs its ops up to the one that raises
 */
export interface FixtureTry {
  /**
   * ops and blocks, in the order in which they run
   *
   * @minItems 1
   */
  try: Steps;
}
/**
 * runs its ops several times
 */
export interface FixtureRepeat {
  /**
   * how often, at least 1
   */
  repeat: number;
  /**
   * ops and blocks, in the order in which they run
   *
   * @minItems 1
   */
  ops: Steps;
}
/**
 * runs its ops for every element of a loader, a list, or a tensor's axis 0
 */
export interface FixtureFor {
  /**
   * the name that takes each element, or a list of names that unpacks it
   */
  for: Name[] | Name;
  /**
   * a name, or a path such as `x.grad` or `net.0.weight`
   */
  of: Path;
  /**
   * ops and blocks, in the order in which they run
   *
   * @minItems 1
   */
  ops: Steps;
}
/**
 * a call of an op
 */
export interface FixtureOp {
  /**
   * PyTorch's name
   */
  op: string;
  /**
   * the operands, in the order of the op's page
   */
  in?: Literal[];
  /**
   * the options, under PyTorch's keyword names
   */
  with?: {
    [k: string]: unknown;
  };
  /**
   * the name that takes the result, or a list of names and nulls for several results
   */
  out?: OutName[] | Name;
}
/**
 * { "int": "9223372036854775807" }: an int beyond ±(2^53−1)
 */
export interface IntLiteral {
  /**
   * an integer in digits
   */
  int: string;
}
/**
 * { "float": 2 }: a float that is integral, or one that JSON would lose
 */
export interface FloatLiteral {
  /**
   * an integral number (any other is bare), or one of the texts "NaN", "Infinity", "-Infinity", "-0", or a number in digits such as "1e20"
   */
  float: number | string;
}
/**
 * what holds after the last op, by name or path
 */
export interface FixtureExpected {
  /**
   * the op that raises, and the kind of error
   */
  error?: FixtureError;
  /**
   * whole alternatives: one of them holds
   *
   * @minItems 2
   */
  either?: FixtureExpected[];
  [k: string]: FixtureExpectation | FixtureError | FixtureExpected[] | undefined;
}
/**
 * the op that raises, and the kind of error
 */
export interface FixtureError {
  /**
   * a kind of error
   */
  kind: ErrorKind;
  /**
   * the index of the op that raises, or a list of indices into blocks
   */
  op: Position[] | Position;
}
/**
 * what holds for one name; every field that is present holds
 */
export interface FixtureExpectation {
  /**
   * a dtype
   */
  dtype?: Dtype;
  /**
   * the shape of a tensor
   */
  shape?: Shape;
  /**
   * elements nested by axis, row-major; a bare element for a 0-d tensor
   */
  data?: Nested;
  /**
   * the elements in row-major order, over and over until the shape is full
   *
   * @minItems 1
   */
  repeats?: Repeats;
  /**
   * "exact", { "ulp": n }, { "abs": a, "why": "…" }, { "rtol": r, "normwise": n } or { "rtol": r, "atol": a }
   */
  tolerance?: FixtureTolerance;
  /**
   * the text that PyTorch prints
   */
  prints?: string;
  /**
   * a host value: an int, a float, a bool, text, null, or a list of them
   */
  value?: Host;
  /**
   * one expectation for each item of a sequence
   */
  each?: FixtureExpectation[];
  /**
   * true: the name denotes nothing, as an absent gradient does
   */
  null?: true;
  /**
   * a name, or a path such as `x.grad` or `net.0.weight`
   */
  equals?: Path;
  /**
   * a name, or a path such as `x.grad` or `net.0.weight`
   */
  differs?: Path;
  /**
   * { "normal": { "mean": 0, "std": 1 } }, { "uniform": { "low": 0, "high": 1 } }, { "integers": { "low": 0, "high": 10 } } or { "permutations": { "of": 5 } }
   */
  distribution?: FixtureDistribution;
  /**
   * every element is strictly below this
   */
  below?: number;
  /**
   * every element is strictly above this
   */
  above?: number;
  /**
   * alternatives: one of them holds
   *
   * @minItems 2
   */
  either?: FixtureExpectation[];
}
/**
 * { "normal": { "mean": 0, "std": 1 } }, { "uniform": { "low": 0, "high": 1 } }, { "integers": { "low": 0, "high": 10 } } or { "permutations": { "of": 5 } }
 */
export interface FixtureDistribution {
  /**
   * normal with this mean and standard deviation
   */
  normal?: {
    mean: number;
    std: number;
  };
  /**
   * uniform over [low, high)
   */
  uniform?: {
    low: number;
    high: number;
  };
  /**
   * integers that are uniform over [low, high)
   */
  integers?: {
    low: number;
    high: number;
  };
  /**
   * so many elements at a time are a permutation of 0, 1, 2, ...
   */
  permutations?: {
    /**
     * how many, at least 2
     */
    of: number;
  };
}
/**
 * a documented choice that differs from PyTorch's, and what then holds
 */
export interface FixtureConvention {
  /**
   * kebab-case: lower-case words and digits joined by hyphens
   */
  id: string;
  /**
   * what holds after the last op, by name or path
   */
  expected: FixtureExpected;
}
/**
 * what an older PyTorch gave
 */
export interface FixtureEarlier {
  /**
   * the newest version that was seen to give it, such as 2.6.0
   */
  until: string;
  /**
   * what holds after the last op, by name or path
   */
  expected: FixtureExpected;
}
