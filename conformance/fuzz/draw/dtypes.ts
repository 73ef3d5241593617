/** Which dtypes an op takes and gives, by its page: near enough to draw programs that mostly run. */

import type { Domain, Page } from '../../pages/page.ts';
import { resultDtype } from '../../pages/result-dtype.ts';
import type { Dtype, Literal } from '../../values/case.ts';
import { isFloat, isHigher, isInteger } from '../../values/dtypes.ts';
import { type Say, sayOf } from '../../values/promotion.ts';
import type { Dice } from './dice.ts';
import type { Known } from './known.ts';

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
/** A class of dtypes: one that a page may name, or `any`, or `integer`. */
export type Takes = NonNullable<Domain['dtypes']> | 'any' | 'integer';
const classes: Readonly<Record<Takes, (dtype: Dtype) => boolean>> = {
  any: () => true,
  numbers: (dtype) => dtype !== 'bool',
  floating: isFloat,
  lapack: (dtype) => dtype === 'float32' || dtype === 'float64',
  bool: (dtype) => dtype === 'bool',
  integer: isInteger,
  int64: (dtype) => dtype === 'int64',
};
export const isTaken = (takes: Takes, dtype: Dtype): boolean => classes[takes](dtype);

/** Of which dtypes an operand is drawn; without a name, the option `dtype`. */
export const takenBy = (page: Page, operand?: string): Takes =>
  (operand === undefined ? undefined : page.domain[operand]?.dtypes) ??
  (page.dtype === 'floating' ? 'floating' : 'any');

/** A dtype of the class; undefined if the implementation has none. */
export const drawDtype = (dice: Dice, takes: Takes, has: ReadonlySet<Dtype>): Dtype | undefined => {
  const open = usual.filter(([, dtype]) => has.has(dtype) && isTaken(takes, dtype));
  return open.length === 0 ? undefined : dice.weighted(...open);
};

const isKnown = (operand: Known | Literal): operand is Known =>
  typeof operand === 'object' && operand !== null && 'shape' in operand && 'name' in operand;

const saysOf = (operand: Known | Literal): readonly Say[] => {
  if (!isKnown(operand)) return [sayOf(operand) ?? []].flat();
  return [{ dtype: operand.dtype, weight: operand.shape.length > 0 ? 'axes' : '0-d' }];
};

/** The dtype of an op's result by the rule of its page. */
export const dtypeOf = (
  page: Page,
  operands: readonly (Known | Literal)[],
  options: Readonly<Record<string, Literal>>,
): Dtype => resultDtype(page, operands.flatMap(saysOf), options) ?? 'float32';

/** Whether a result of `from` may be written into a tensor of `to`. */
export const fits = (from: Dtype, to: Dtype): boolean => !isHigher(from, to);
