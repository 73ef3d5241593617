/** Which dtypes an op takes and gives, by its page: near enough to draw programs that mostly run. */

import type { Page } from '../../pages/page.ts';
import type { Dtype, Literal } from '../../values/case.ts';
import { isFloat } from '../../values/dtypes.ts';
import { widestKind } from '../../values/literal.ts';
import type { Dice } from './dice.ts';
import type { Known } from './draft.ts';

/** Frequent dtypes stand here more often. */
const usual: readonly (readonly [number, Dtype])[] = [
  [10, 'float32'],
  [6, 'float64'],
  [6, 'int64'],
  [4, 'bool'],
  [2, 'int32'],
  [1, 'int16'],
  [1, 'int8'],
  [2, 'uint8'],
  [1, 'float16'],
  [1, 'bfloat16'],
];
/** What most kernels of every library take. */
const narrow: ReadonlySet<Dtype> = new Set(['float16', 'bfloat16']);

export type Takes = 'any' | 'numbers' | 'floats' | 'bool' | 'integers' | 'indices';
const classes: Readonly<Record<Takes, (dtype: Dtype) => boolean>> = {
  any: () => true,
  numbers: (dtype) => dtype !== 'bool',
  floats: isFloat,
  bool: (dtype) => dtype === 'bool',
  integers: (dtype) => dtype !== 'bool' && !isFloat(dtype),
  indices: (dtype) => dtype === 'int64',
};
export const isTaken = (takes: Takes, dtype: Dtype): boolean => classes[takes](dtype);

const onlyFloats: ReadonlySet<string> = new Set(['losses', 'nn']);

/** What an op's operands may be, as far as its page tells. */
export const takenBy = (page: Page): Takes => {
  if (page.dtype === 'floating' || onlyFloats.has(page.feature) || page.name === 'prelu') return 'floats';
  if (page.feature === 'linear-algebra' || page.errors.includes('unsupported_dtype')) return 'numbers';
  return 'any';
};

/** A dtype of the class; undefined if the implementation has none. */
export const drawDtype = (dice: Dice, takes: Takes, has: ReadonlySet<Dtype>): Dtype | undefined => {
  const open = usual.filter(([, dtype]) => has.has(dtype) && isTaken(takes, dtype));
  return open.length === 0 ? undefined : dice.weighted(...open);
};

const kindOf = (dtype: Dtype): 0 | 1 | 2 => (dtype === 'bool' ? 0 : isFloat(dtype) ? 2 : 1);
const rank: Readonly<Record<Dtype, number>> = {
  bool: 0,
  uint8: 1,
  int8: 1,
  int16: 2,
  int32: 3,
  int64: 4,
  float16: 1,
  bfloat16: 1,
  float32: 3,
  float64: 4,
};

/** Two dtypes of one kind, or of two. */
const join = (a: Dtype, b: Dtype): Dtype => {
  if (a === b) return a;
  if (kindOf(a) !== kindOf(b)) return kindOf(a) > kindOf(b) ? a : b;
  if (rank[a] !== rank[b]) return rank[a] > rank[b] ? (b === 'uint8' && a === 'int8' ? 'int16' : a) : b;
  return kindOf(a) === 2 ? 'float32' : 'int16';
};

const level = (some: readonly Known[]): Dtype => some.map(({ dtype }) => dtype).reduce(join, 'bool');

/** The dtype in which operands meet: those with axes, then 0-d tensors, then numbers, each only if of a higher kind. */
export const promoted = (operands: readonly (Known | Literal)[]): Dtype => {
  const tensors = operands.filter(isKnown);
  const wide = tensors.filter(({ shape }) => shape.length > 0);
  const zero = tensors.filter(({ shape }) => shape.length === 0);
  let dtype = wide.length > 0 ? level(wide) : level(zero);
  const zeroLevel = level(zero);
  if (wide.length > 0 && zero.length > 0 && kindOf(zeroLevel) > kindOf(dtype)) dtype = zeroLevel;
  const kind = widestKind(operands.filter((o): o is Literal => !isKnown(o)));
  if (kind === 'float' && kindOf(dtype) < 2) return 'float32';
  return kind === 'int' && dtype === 'bool' ? 'int64' : dtype;
};

const isKnown = (operand: Known | Literal): operand is Known =>
  typeof operand === 'object' && operand !== null && 'shape' in operand && 'name' in operand;

const floating = (dtype: Dtype): Dtype => (isFloat(dtype) ? dtype : 'float32');

/** The dtype of an op's result by the rule of its page. */
export const dtypeOf = (
  page: Page,
  operands: readonly (Known | Literal)[],
  options: Readonly<Record<string, Literal>>,
): Dtype => {
  if (typeof options.dtype === 'string') return options.dtype as Dtype;
  const first = operands.find(isKnown)?.dtype;
  switch (page.dtype) {
    case 'bool':
      return 'bool';
    case 'int64':
      return 'int64';
    case 'promote':
      // A loss broadcasts its operands first, after which a 0-d one counts like the other.
      if (page.feature === 'losses') return level(operands.filter(isKnown));
      return promoted(page.name === 'where' ? operands.slice(1) : operands);
    case 'promote-float':
      return options.rounding_mode === undefined ? floating(promoted(operands)) : promoted(operands);
    case 'float':
    case 'floating':
      return floating(first ?? 'float32');
    case 'sum':
      return first !== undefined && isFloat(first) ? first : 'int64';
    case 'infer': {
      const { size: _, ...numbers } = options;
      const kind = widestKind([...(operands as readonly Literal[]), ...Object.values(numbers)]);
      return kind === 'bool' ? 'bool' : kind === 'int' ? 'int64' : 'float32';
    }
    default:
      return first ?? 'float32';
  }
};

/** Whether a result of `from` may be written into a tensor of `to`. */
export const fits = (from: Dtype, to: Dtype): boolean => kindOf(from) <= kindOf(to);

/** float16 and bfloat16: on CPUs, many kernels lack them. */
export const isNarrow = (dtype: Dtype): boolean => narrow.has(dtype);
