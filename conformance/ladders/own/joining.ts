/** So many tensors joined, and tensors of so many elements. */
import { joins } from '../../pages/families.ts';
import type { Page } from '../../pages/page.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Call, Calls, Given, Shape } from '../call.ts';
import type { Ladder } from '../ladder.ts';
import { numbersOf, PERIOD } from '../numbers.ts';
import { FIVE, named, RANKS, shapes } from '../shapes.ts';
import type { Own } from './own.ts';

/** The k-th tensor of a list begins with the number at that place. */
const turned = (page: Page, k: number, shape: Shape, first: number): Given => {
  const numbers = numbersOf(page, 'tensors', 0);
  const from = first % PERIOD;
  const repeats = [...numbers.slice(from), ...numbers.slice(0, from)];
  return { name: `tensors${k}_`, tensor: { dtype: 'float32', shape, repeats } };
};

const volume = (shape: Shape): number => shape.reduce((n, axis) => n * axis, 1);

/** The shape of the result. */
const joint = (page: Page, of: readonly Shape[], dim: number): Shape => {
  const rank = of[0]!.length;
  if (page.name === 'stack') return of[0]!.toSpliced(dim < 0 ? dim + rank + 1 : dim, 0, of.length);
  const axis = dim < 0 ? dim + rank : dim;
  return of[0]!.with(
    axis,
    of.reduce((n, shape) => n + shape[axis]!, 0),
  );
};

/** Tensors that follow on each other, so that what is joined in rows repeats the same numbers. */
const joined = (page: Page, dim: number, ...of: readonly Shape[]): Call => {
  let first = 0;
  const each = of.map((shape, k) => {
    const one = turned(page, k, shape, first);
    first += volume(shape);
    return one;
  });
  return { op: page.name, operands: [{ each }], options: { dim }, shape: joint(page, of, dim) };
};

/** A list of that length, whose tensors come again: each begins with a number of its own. */
const callOf = (page: Page, count: number, shape: Shape, dim: number): Call => {
  const some = Array.from({ length: Math.min(count, PERIOD) }, (_, k) => turned(page, k, shape, 2 * k));
  const each = Array.from({ length: count }, (_, k) => some[k % PERIOD]!);
  const shapes = each.map(({ tensor }) => tensor.shape);
  return { op: page.name, operands: [{ each }], options: { dim }, shape: joint(page, shapes, dim) };
};

/** What each op takes: `cat` has no axis for a tensor without any, `stack` has one more. */
const axes = ({ length: rank }: Shape, more: number, some: readonly number[]): readonly number[] =>
  some.filter((dim) => dim < rank + more && dim >= -rank - more);
const FRONT = [0, 1, 2];
const END = [-1, -2, -3];

const ranks = (page: Page, more: number, text: string, some: readonly number[]): Calls =>
  Object.fromEntries(
    shapes(text).flatMap((shape) =>
      axes(shape, more, some).map((dim) => [
        `${named(shape)}_${dim < 0 ? `m${-dim}` : `d${dim}`}`,
        callOf(page, 2, shape, dim),
      ]),
    ),
  );

const ladder =
  (more: number) =>
  (page: Page): Ladder => ({
    sizes: [
      { id: 'elements', many: 'elements in each tensor', gradientsUpTo: 1025, at: (n) => joined(page, 0, [n], [n]) },
      { id: 'tensors', many: 'tensors', upTo: 129, gradientsUpTo: 33, at: (n) => callOf(page, n, [2], 0) },
      { id: 'columns', many: 'columns', upTo: 33, at: (n) => callOf(page, 3, [2, n], 1) },
      ...(more > 0
        ? []
        : [
            {
              id: 'lengths',
              many: 'elements beside few',
              upTo: 257,
              at: (n: number) => joined(page, 0, [3], [n], [2]),
            },
          ]),
    ],
    layouts: {
      values: { _rows: callOf(page, 3, [2, 3], 0), _columns: callOf(page, 3, [2, 3], 1) },
      gradients: { _columns: callOf(page, 3, [2, 3], 1) },
    },
    ranks: [
      {
        id: 'ranks',
        where: 'along each axis of tensors of one to four',
        calls: ranks(page, more, RANKS, FRONT),
        gradients: ranks(page, more, '4x2x3', FRONT),
      },
      {
        id: 'ranks-from-the-end',
        where: 'along each axis of tensors of one to four, counted from the end',
        calls: ranks(page, more, RANKS, END),
        gradients: ranks(page, more, '4x2x3', END),
      },
      { id: 'rank-5', where: 'along an inner axis of tensors of five', calls: ranks(page, more, FIVE, [2]) },
      ...(more > 0
        ? [{ id: 'rank-0', where: 'for tensors without axes', calls: { _0d: callOf(page, 3, [], 0) } }]
        : []),
      {
        id: 'many',
        where: 'along an inner axis for more than four tensors',
        calls: { _rows: callOf(page, 6, [2, 2], 1), _between: callOf(page, 5, [2, 1, 2], 1) },
      },
    ],
    second: { _rows: callOf(page, 2, [2, 2], 1), _many: callOf(page, 5, [2], 0) },
  });

export const joining: Own = Object.fromEntries(
  Object.values(pages)
    .filter(joins)
    .map(({ name }) => [name, ladder(name === 'stack' ? 1 : 0)]),
);
