/** Families of ops, by what their pages say: what holds for a family holds for every op that joins it. */
import { definitionOf } from './options.ts';
import type { Page } from './page.ts';
import { pages } from './pages.gen.ts';
import { hasTrait } from './traits.ts';

/** What a page has to say. */
export type Predicate = (page: Page) => boolean;

const ofOneTensor: Predicate = ({ operands: [first, ...more] }) => first?.type === 'tensor' && more.length === 0;
const needsNoOption: Predicate = ({ required = [] }) => required.length === 0;
const hasDim: Predicate = (page) => 'dim' in page.options;

/** The tensors that it cannot do without may have gradients. */
export const differentiable: Predicate = ({ operands, differentiable: some }) =>
  some.length > 0 && operands.every(({ name, optional }) => optional === true || some.includes(name));

/** Element by element of one tensor: `exp`, `relu`, and `clone`, whose elements stay. */
export const unary: Predicate = (page) =>
  page.shape === 'same' && ofOneTensor(page) && needsNoOption(page) && !hasDim(page) && differentiable(page);

/** Element by element of one tensor, a truth each: `isnan`. */
export const tells: Predicate = (page) => page.shape === 'same' && page.dtype === 'bool' && ofOneTensor(page);

/** Element by element of two operands, which broadcast: `add`, `eq`. */
export const binary: Predicate = ({ shape, operands }) => shape === 'broadcast' && operands.length === 2;

/** Those that give truth values: `lt`. */
export const comparison: Predicate = (page) => binary(page) && page.dtype === 'bool';

/** Those that give numbers: `add`. */
export const arithmetic: Predicate = (page) => binary(page) && page.dtype !== 'bool';

/** Those that take a number in place of the second tensor. */
export const besideNumber: Predicate = (page) => binary(page) && page.operands[1]!.type === 'tensor_or_scalar';

/** Those that take one on either side. */
export const numberOnEitherSide: Predicate = (page) =>
  besideNumber(page) && page.operands[0]!.type === 'tensor_or_scalar';

/** It has a form that writes to its first operand. */
export const hasInPlaceForm: Predicate = ({ inplace }) => inplace !== undefined;

/** Of one tensor, without some of its axes: `sum`. */
export const reduces: Predicate = (page) => page.shape === 'reduce' && ofOneTensor(page) && hasDim(page);

/** Its axes may stay, with size 1. */
export const keepsAxes: Predicate = (page) => reduces(page) && 'keepdim' in page.options;

/** The axes have to be named. */
export const needsDim: Predicate = ({ required }) => required?.includes('dim') === true;

/** Of one tensor along axes that it has: what reduces, `cumsum`, `softmax`. */
export const goesAlong: Predicate = (page) =>
  reduces(page) || (page.shape === 'same' && ofOneTensor(page) && hasDim(page));

/** Places of elements, not values: `argmax`. */
export const givesPlaces: Predicate = (page) => reduces(page) && page.dtype === 'int64' && chooses(page);

/** A list of axes may be given. */
export const takesSeveralAxes: Predicate = (page) =>
  goesAlong(page) && definitionOf(page, 'dim')?.startsWith('dims') === true;

/** It takes integers for floats: `div`, `exp`. */
export const needsFractions: Predicate = ({ dtype }) => dtype === 'float' || dtype === 'promote-float';

/** It gives integers of integers, in the dtype that they have or meet in: `neg`, `add`. */
export const keepsIntegers: Predicate = ({ dtype }) => dtype === 'same' || dtype === 'promote';

/** It adds or multiplies integers in int64: `sum`, `cumsum`. */
export const widensIntegers: Predicate = ({ dtype }) => dtype === 'sum';

/** Puts tensors together that come in a list: `cat`. */
export const joins: Predicate = ({ operands }) => operands.length === 1 && operands[0]!.type === 'tensors';

/** The elements of one tensor in other places, without an option that says where: `flatten`, and `clone`, whose elements stay. */
export const rearranges: Predicate = (page) =>
  (page.feature === 'shape' || page.feature === 'views') &&
  ofOneTensor(page) &&
  needsNoOption(page) &&
  differentiable(page);

/** The same elements in the shape that an option says: `reshape`. */
export const reshapes: Predicate = (page) => page.shape === 'size' && ofOneTensor(page);

/** A loss of an input and a target, both of which have gradients: `mse_loss`. */
export const comparesToTarget: Predicate = (page) => page.shape === 'loss' && differentiable(page);

/** A loss of classes: its target has no gradient. */
export const classifies: Predicate = ({ feature, operands, differentiable: some }) =>
  feature === 'losses' && operands.length > 1 && !some.includes(operands[1]!.name);

/** It writes another tensor, or a number, over its first operand: `copy_`. */
export const overwrites: Predicate = (page) =>
  page.mutates === true && needsNoOption(page) && page.differentiable.length > 0;

/** A module whose call amounts to an op of that kind. */
export const applies =
  (kind: Predicate): Predicate =>
  ({ functional }) =>
    functional !== undefined && kind(pages[functional]!);

/** It draws the elements of a tensor, of a new one or of that which it writes to. */
export const drawsNumbers: Predicate = ({ feature, options, operands, mutates }) =>
  feature === 'random' &&
  'generator' in options &&
  (mutates === true || operands.every(({ type }) => type !== 'tensor'));

/** Its result may share the memory of its operand. */
export const givesView: Predicate = ({ view }) => view === true;

/** One of several elements, or its place. */
export const chooses: Predicate = (page) => hasTrait(page, 'chooses');

/** Linear in its differentiable operands. */
export const linear: Predicate = (page) => hasTrait(page, 'linear');

/** Its operands may change places, whatever its options. */
export const symmetric: Predicate = (page) => hasTrait(page, 'symmetric');

/** All of these. */
export const both =
  (...all: readonly Predicate[]): Predicate =>
  (page) =>
    all.every((one) => one(page));

/** Any of these. */
export const either =
  (...all: readonly Predicate[]): Predicate =>
  (page) =>
    all.some((one) => one(page));

/** None of those. */
export const not =
  (other: Predicate): Predicate =>
  (page) =>
    !other(page);
