/** Losses of an input and a target of one shape. */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Shape } from '../call.ts';
import type { Ladder } from '../ladder.ts';
import { given } from '../numbers.ts';
import { FIVE, named, RANKS, shapes } from '../shapes.ts';

type Reduction = 'mean' | 'sum' | 'none';

const callOf = (page: Page, shape: Shape, reduction: Reduction): Call => ({
  op: page.name,
  operands: page.operands.filter(({ optional }) => optional !== true).map(({ name }) => given(page, name, shape)),
  options: { reduction },
});

const of = (page: Page, reduction: Reduction, text: string): Calls =>
  Object.fromEntries(shapes(text).map((shape) => [`${named(shape)}_${reduction}`, callOf(page, shape, reduction)]));

const weighted = (page: Page, text: string): Calls =>
  Object.fromEntries(
    text
      .split(', ')
      .map(shapes)
      .map((of) => [
        named(...of),
        { op: page.name, operands: page.operands.map(({ name }, k) => given(page, name, of[Math.max(0, k - 1)]!)) },
      ]),
  );

export const losses = (page: Page): Ladder => ({
  sizes: [
    { id: 'mean', many: 'elements, as their mean', at: (n) => callOf(page, [n], 'mean') },
    { id: 'sum', many: 'elements, as their sum', upTo: 1025, at: (n) => callOf(page, [n], 'sum') },
    { id: 'none', many: 'elements, one by one', gradientsUpTo: 1025, at: (n) => callOf(page, [n], 'none') },
  ],
  layouts: {
    values: of(page, 'mean', '3x34'),
    gradients: of(page, 'mean', '3x6'),
    apart: [{ id: 'none', where: 'element by element', calls: of(page, 'none', '3x6') }],
  },
  ranks: [
    {
      id: 'ranks',
      where: 'for tensors of one to four axes',
      calls: of(page, 'mean', RANKS),
    },
    {
      id: 'ranks-sum',
      where: 'as a sum over one to four axes',
      calls: of(page, 'sum', RANKS),
    },
    {
      id: 'ranks-none',
      where: 'element by element of one to four axes',
      calls: of(page, 'none', RANKS),
    },
    {
      id: 'rank-5',
      where: 'for tensors of five axes',
      calls: { ...of(page, 'mean', FIVE), ...of(page, 'none', FIVE) },
      gradients: {},
    },
    ...(page.operands.length > 2
      ? [{ id: 'weighted', where: 'where elements have weights', calls: weighted(page, '2x3 2x3, 4x2x3 3') }]
      : []),
    { id: 'rank-0', where: 'for a tensor without axes', calls: of(page, 'mean', '0d') },
  ],
  second: of(page, 'mean', '3 4x2x3'),
  secondApart: [{ id: 'none', where: 'element by element', calls: of(page, 'none', '2x3') }],
});
