/** What tensors are made of, and what they say of themselves: lists, numbers, truth. */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Shape } from '../call.ts';
import type { Ladder } from '../ladder.ts';
import { given, numbersOf, PERIOD } from '../numbers.ts';
import { FIVE, named, RANKS, shapes } from '../shapes.ts';
import { callsOn, formOn, type Own } from './own.ts';

/** Attributes that follow from shape and strides. */
const attribute = (page: Page): Ladder => ({
  layouts: { values: callsOn(page, '3x6', '2x3x4'), gradients: {} },
  ranks: [
    { id: 'ranks', where: 'whatever axes there are', calls: callsOn(page, ...RANKS.split(' ')) },
    { id: 'rank-5', where: 'for a tensor of five axes', calls: callsOn(page, FIVE) },
    // Without axes there is no length.
    ...(page.name === 'len' ? [] : [{ id: 'rank-0', where: 'for a tensor without axes', calls: callsOn(page, '0d') }]),
  ],
});

/** Attributes that are the same whatever shape there is. */
const constant = (page: Page): Ladder => ({ ranks: attribute(page).ranks! });

/** Two tensors that differ at one place, or nowhere. */
const compared = (page: Page, n: number, at?: number): Call => {
  const [input, other] = page.operands.map(({ name }) => given(page, name, [n]));
  const same = Array.from({ length: n }, (_, k) => input!.tensor.repeats[k % PERIOD]!);
  const repeats = at === undefined ? input!.tensor.repeats : same.with(at, 9);
  return { op: page.name, operands: [input!, { ...other!, tensor: { ...other!.tensor, repeats } }] };
};

const alike = (page: Page, shape: Shape): Call => ({
  op: page.name,
  operands: page.operands.map(({ name }) => ({ ...given(page, 'input', shape), name })),
});

const listOf = (page: Page, n: number): readonly number[] => {
  const numbers = numbersOf(page, 'data', 0);
  return Array.from({ length: n }, (_, k) => numbers[k % PERIOD]!);
};

const nested = (flat: readonly number[], shape: Shape): never => {
  let at = 0;
  const part = (axis: number): unknown =>
    axis === shape.length ? flat[at++ % flat.length] : Array.from({ length: shape[axis]! }, () => part(axis + 1));
  return part(0) as never;
};

const lists = (page: Page, text: string): Calls =>
  Object.fromEntries(
    shapes(text).map((of): [string, Call] => [
      named(of),
      { op: 'tensor', operands: [{ literal: nested(listOf(page, PERIOD), of) }], options: { dtype: 'float32' } },
    ]),
  );

export const host: Own = {
  shape: attribute,
  ndim: attribute,
  numel: attribute,
  len: attribute,
  stride: attribute,
  is_contiguous: attribute,
  device: constant,
  dtype: constant,
  layout: constant,
  item: (page) => ({
    ranks: [
      {
        id: 'ranks',
        where: 'for one element, whatever axes there are',
        calls: callsOn(page, '0d', '1', '1x1', '1x1x1', '1x1x1x1', '1x1x1x1x1'),
      },
    ],
  }),
  equal: (page) => ({
    sizes: [
      { id: 'equal', many: 'elements, all of them equal', at: (n) => compared(page, n) },
      { id: 'last', many: 'elements of which the last differs', upTo: 257, at: (n) => compared(page, n, n - 1) },
    ],
    layouts: {
      values: Object.fromEntries(shapes('33 4x4').map((shape) => [named(shape), alike(page, shape)])),
      gradients: {},
    },
    ranks: [
      {
        id: 'ranks',
        where: 'for tensors of up to five axes',
        calls: {
          ...callsOn(page, ...`0d ${RANKS} ${FIVE}`.split(' ').map((of) => `${of} ${of}`)),
          ...Object.fromEntries(shapes(`0d ${RANKS} ${FIVE}`).map((of) => [`${named(of)}_same`, alike(page, of)])),
        },
      },
    ],
  }),
  tensor: (page) => ({
    sizes: [
      {
        id: 'elements',
        many: 'elements in a list',
        upTo: 129,
        at: (n) => ({ op: 'tensor', operands: [{ literal: listOf(page, n) }], options: { dtype: 'float32' } }),
      },
    ],
    ranks: [
      {
        id: 'ranks',
        where: 'for lists of one to four levels',
        calls: lists(page, RANKS),
      },
      { id: 'rank-5', where: 'for a list of five levels', calls: lists(page, FIVE) },
      { id: 'rank-0', where: 'for a number', calls: lists(page, '0d') },
    ],
  }),
  tolist: (page) => ({
    sizes: [formOn(page)({ id: 'elements', many: 'elements', upTo: 129 }, (n) => [[n]])],
    layouts: { values: callsOn(page, '37', '3x6'), gradients: {} },
    ranks: [
      { id: 'ranks', where: 'for tensors of one to four axes', calls: callsOn(page, ...RANKS.split(' ')) },
      { id: 'rank-0', where: 'for a tensor without axes', calls: callsOn(page, '0d') },
      { id: 'rank-5', where: 'for a tensor of five axes', calls: callsOn(page, FIVE) },
    ],
  }),
  arange: () => ({
    sizes: [
      { id: 'end', many: 'numbers', upTo: 257, at: (n) => ({ op: 'arange', operands: [], options: { end: n } }) },
      {
        id: 'step',
        many: 'numbers a step apart',
        upTo: 257,
        at: (n) => ({ op: 'arange', operands: [], options: { start: 1, end: 1 + n / 4, step: 0.25 } }),
      },
    ],
  }),
};
