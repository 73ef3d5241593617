/** Ways in which a tensor lies in memory otherwise than in rows from the start of its own. */
import type { Element } from '../values/case.ts';
import { periodOf } from '../values/repeats.ts';
import type { Call, Given, Made, Shape, Tensor } from './call.ts';

export interface Layout {
  readonly id: string;
  readonly leastRank: number;
  /** The shape of the tensor that is viewed. */
  readonly base: (shape: Shape) => Shape;
  readonly op: string;
  readonly options: (shape: Shape) => NonNullable<Call['options']>;
  /** Where an element of the view lies in the tensor that is viewed. */
  readonly place: (at: readonly number[], shape: Shape) => readonly number[];
}

export const getitem = (...index: string[]) => ({ op: 'getitem', options: () => ({ index }) });

export const offset: Layout = {
  id: 'offset',
  leastRank: 1,
  base: ([n, ...others]) => [n! + 1, ...others],
  ...getitem('1:'),
  place: ([i, ...others]) => [i! + 1, ...others],
};
export const stepped: Layout = {
  id: 'stepped',
  leastRank: 1,
  base: ([n, ...others]) => [2 * n!, ...others],
  ...getitem('1::2'),
  place: ([i, ...others]) => [2 * i! + 1, ...others],
};
export const columns: Layout = {
  id: 'columns',
  leastRank: 2,
  base: (shape) => [...shape.slice(0, -1), shape.at(-1)! + 2],
  ...getitem('...', '1:-1'),
  place: (at) => [...at.slice(0, -1), at.at(-1)! + 1],
};
export const transposed: Layout = {
  id: 'transposed',
  leastRank: 2,
  base: (shape) => shape.toReversed(),
  op: 'permute',
  options: (shape) => ({ dims: shape.map((_, k) => shape.length - 1 - k) }),
  place: (at) => at.toReversed(),
};
export const expanded: Layout = {
  id: 'expanded',
  leastRank: 2,
  base: ([, ...others]) => [1, ...others],
  op: 'expand',
  options: (shape) => ({ size: [...shape] }),
  place: ([, ...others]) => [0, ...others],
};
export const everySecond: Layout = {
  id: 'every_second',
  leastRank: 1,
  base: (shape) => [...shape.slice(0, -1), 2 * shape.at(-1)!],
  ...getitem('...', '::2'),
  place: (at) => [...at.slice(0, -1), 2 * at.at(-1)!],
};
/** One element that stands for all of them. */
export const single: Layout = {
  id: 'single',
  leastRank: 1,
  base: (shape) => shape.map(() => 1),
  op: 'expand',
  options: (shape) => ({ size: [...shape] }),
  place: (at) => at.map(() => 0),
};

const volume = (shape: Shape): number => shape.reduce((n, axis) => n * axis, 1);

const offsetOf = (at: readonly number[], shape: Shape): number => at.reduce((flat, i, k) => flat * shape[k]! + i, 0);

const indexOf = (flat: number, shape: Shape): readonly number[] =>
  shape.map((_, k) => Math.floor(flat / volume(shape.slice(k + 1))) % shape[k]!);

/** Places and truths stay what they are: the numbers of the base are laid out so that the view has those of the tensor. */
const baseOf = (tensor: Tensor, layout: Layout): Tensor => {
  const { shape, repeats, dtype } = tensor;
  const base = layout.base(shape);
  if (dtype === 'float32') return { ...tensor, shape: base };
  const elements: Element[] = Array.from(
    { length: volume(base) },
    (_, k) => repeats[(k + repeats.length - 1) % repeats.length]!,
  );
  for (let flat = 0; flat < volume(shape); flat++) {
    elements[offsetOf(layout.place(indexOf(flat, shape), shape), base)] = repeats[flat % repeats.length]!;
  }
  return { dtype, shape: base, repeats: periodOf(elements) ?? elements };
};

/** The same elements as a view of a larger tensor, or of a smaller one. */
export const viewed = (one: Given, layout: Layout): Given => {
  const { shape } = one.tensor;
  const made: Made = { from: [baseOf(one.tensor, layout)], by: [{ op: layout.op, options: layout.options(shape) }] };
  return { ...one, made };
};
