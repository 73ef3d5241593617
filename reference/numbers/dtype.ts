/** What an element is: its kind, the typed array that holds it, and how two dtypes meet. */
import { raise } from './errors.ts';

/** The dtypes that there are; their names stand on `torch` too: `torch.float32`. */
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

/** Elements that kernels see as JavaScript numbers. */
export type Numbers = Int32Array | Float32Array | Float64Array;
/** int64 is exact over its whole range, hence bigint. */
export type Buffer = Numbers | BigInt64Array;

/** PyTorch's categories, lowest first: an operand of a higher one decides the result's dtype. */
export type Category = 0 | 1 | 2;

interface Traits {
  readonly category: Category;
  readonly buffer: (length: number) => Buffer;
}

// A dtype narrower than its buffer is rounded after each op (rounding.ts). Four buffer types, not ten, also keep every
// kernel's loop fast: V8 gives up on typed-array access that has seen more than four types.
const int32 = (length: number): Buffer => new Int32Array(length);
const float32 = (length: number): Buffer => new Float32Array(length);
const TRAITS: Readonly<Record<Dtype, Traits>> = {
  bool: { category: 0, buffer: int32 },
  uint8: { category: 1, buffer: int32 },
  int8: { category: 1, buffer: int32 },
  int16: { category: 1, buffer: int32 },
  int32: { category: 1, buffer: int32 },
  int64: { category: 1, buffer: (length) => new BigInt64Array(length) },
  float16: { category: 2, buffer: float32 },
  bfloat16: { category: 2, buffer: float32 },
  float32: { category: 2, buffer: float32 },
  float64: { category: 2, buffer: (length) => new Float64Array(length) },
};

export const DTYPES: readonly Dtype[] = Object.keys(TRAITS) as Dtype[];
/** What a Python float becomes. */
export const DEFAULT_FLOAT: Dtype = 'float32';

export const isDtype = (name: unknown): name is Dtype => typeof name === 'string' && Object.hasOwn(TRAITS, name);
const traitsOf = (dtype: Dtype): Traits => TRAITS[dtype] ?? raise('invalid_argument', `${String(dtype)} is no dtype`);
export const categoryOf = (dtype: Dtype): Category => traitsOf(dtype).category;
export const isFloating = (dtype: Dtype): boolean => categoryOf(dtype) === 2;
/** Zeros. */
export const allocate = (dtype: Dtype, length: number): Buffer => traitsOf(dtype).buffer(length);

// Within a category the later one wins, but for two pairs that hold no common member of the two.
const ORDER: readonly Dtype[] = [
  'bool',
  'uint8',
  'int8',
  'int16',
  'int32',
  'int64',
  'float16',
  'bfloat16',
  'float32',
  'float64',
];

/** The smallest dtype that PyTorch lets both become. */
export function promote(a: Dtype, b: Dtype): Dtype {
  if (a === b) return a;
  const [low, high] = ORDER.indexOf(a) < ORDER.indexOf(b) ? [a, b] : [b, a];
  if (low === 'uint8' && high === 'int8') return 'int16';
  if (low === 'float16' && high === 'bfloat16') return 'float32';
  return high;
}
