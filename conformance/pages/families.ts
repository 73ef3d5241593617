/** Families of ops, by what their pages say: what holds for a family holds for every op that joins it. */
import type { Dtype } from '../values/case.ts';
import { isFloat } from '../values/formats.ts';
import type { Page } from './page.ts';
import { hasTrait } from './traits.ts';

/** What a page has to say. */
export type Predicate = (page: Page) => boolean;

/** What an option takes: the name of its definition in values.schema.json. */
const taken = ({ options }: Page, option: string): string => {
  const schema = options[option];
  return schema !== undefined && '$ref' in schema ? String(schema.$ref).replace(/.*\//, '') : '';
};

const ofOneTensor: Predicate = ({ operands: [first, ...more] }) => first?.type === 'tensor' && more.length === 0;
const needsNoOption: Predicate = ({ required = [] }) => required.length === 0;
const hasDim: Predicate = (page) => 'dim' in page.options;

/** The tensors that it cannot do without may have gradients. */
export const differentiable: Predicate = ({ operands, differentiable: some }) =>
  some.length > 0 && operands.every(({ name, optional }) => optional === true || some.includes(name));

/** Element by element of one tensor: `exp`, `relu`, and `clone`, whose elements stay. */
export const unary: Predicate = (page) =>
  page.shape === 'same' && ofOneTensor(page) && needsNoOption(page) && !hasDim(page) && differentiable(page);

/** Element by element of two operands, which broadcast: `add`, `eq`. */
export const binary: Predicate = ({ shape, operands }) => shape === 'broadcast' && operands.length === 2;

/** Those that give truth values: `lt`. */
export const comparison: Predicate = (page) => binary(page) && page.dtype === 'bool';

/** Those that take a number in place of the second tensor. */
export const besideNumber: Predicate = (page) => binary(page) && page.operands[1]!.type === 'tensor_or_scalar';

/** Those that take one on either side. */
export const numberOnEitherSide: Predicate = (page) =>
  besideNumber(page) && page.operands[0]!.type === 'tensor_or_scalar';

/** It has a form that writes to its first operand. */
export const hasInPlaceForm: Predicate = ({ inplace }) => inplace !== undefined;

/** Of one tensor, without some of its axes: `sum`. */
export const reduces: Predicate = (page) => page.shape === 'reduce' && ofOneTensor(page) && hasDim(page);

/** Of one tensor along axes that it has: what reduces, `cumsum`, `softmax`. */
export const goesAlong: Predicate = (page) =>
  reduces(page) || (page.shape === 'same' && ofOneTensor(page) && hasDim(page));

/** Places of elements, not values: `argmax`. */
export const givesPlaces: Predicate = (page) => reduces(page) && page.dtype === 'int64';

/** A list of axes may be given. */
export const takesSeveralAxes: Predicate = (page) => goesAlong(page) && taken(page, 'dim').startsWith('dims');

/** One of several elements, or its place. */
export const chooses: Predicate = (page) => hasTrait(page, 'chooses');

/** Linear in its differentiable operands. */
export const linear: Predicate = (page) => hasTrait(page, 'linear');

/** Its operands may change places, whatever its options. */
export const symmetric: Predicate = (page) => hasTrait(page, 'symmetric');

/** Whether it takes tensors of this dtype, as far as its page tells: of booleans, that it may refuse some dtype. */
export const takes = ({ dtype: rule, errors }: Page, dtype: Dtype): boolean =>
  isFloat(dtype) || (rule !== 'floating' && (dtype !== 'bool' || !errors.includes('unsupported_dtype')));

/** All of these. */
export const both =
  (...all: readonly Predicate[]): Predicate =>
  (page) =>
    all.every((one) => one(page));

/** None of those. */
export const not =
  (other: Predicate): Predicate =>
  (page) =>
    !other(page);
