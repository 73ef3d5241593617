/** Elements in other places, or in another shape. */
import type { Page } from '../../pages/page.ts';
import type { Call, Calls, Given, Options, Shape } from '../call.ts';
import type { Form, Ladder } from '../ladder.ts';
import { given } from '../numbers.ts';
import { named, shape } from '../shapes.ts';
import { callOn, formOn, type Own } from './own.ts';

type Moved = readonly [shape: string, options: Options];

/** What several rows give in another order is written in full. */
const IN_FULL = 33;

const sizes = (page: Page, options: (shape: Shape) => Options): readonly Form[] => {
  const of = formOn(page);
  return [
    of(
      { id: 'rows', many: 'rows', upTo: IN_FULL },
      (n) => [[n, 3]],
      (n) => options([n, 3]),
    ),
    of(
      { id: 'columns', many: 'columns', upTo: 129, gradientsUpTo: IN_FULL },
      (n) => [[2, n]],
      (n) => options([2, n]),
    ),
  ];
};

const callsOf = (page: Page, calls: readonly Moved[]): Calls =>
  Object.fromEntries(calls.map(([of, options], k) => [`${named(shape(of))}_${k}`, callOn(page, [shape(of)], options)]));

/** The first of the calls is for layouts alone, the two behind it also are, and are differentiated twice. */
const moving =
  (options: (shape: Shape) => Options, wide: Moved, ...calls: readonly Moved[]) =>
  (page: Page): Ladder => ({
    sizes: sizes(page, options),
    layouts: { values: callsOf(page, [wide, ...calls.slice(0, 2)]), gradients: callsOf(page, calls.slice(0, 2)) },
    ranks: [{ id: 'ranks', where: 'whatever axes there are', calls: callsOf(page, calls) }],
    second: callsOf(page, calls.slice(0, 2)),
  });

/** The first columns of [1, 4, 3, 5] as [4, 1, 3, 2], and these as [12, 2]. */
const joinable = (page: Page): Call => {
  const { tensor } = given(page, 'self', [1, 4, 3, 5]);
  const by = [
    { op: 'getitem', options: { index: ['...', ':2'] } },
    { op: 'permute', options: { dims: [1, 0, 2, 3] } },
  ];
  const self: Given = { name: 'self', tensor: { ...tensor, shape: [4, 1, 3, 2] }, made: { from: [tensor], by } };
  return { op: page.name, operands: [self], options: { size: [12, 2] } };
};

export const rearranging: Own = {
  T: moving(() => ({}), ['2x34', {}], ['2x3', {}], ['3x3', {}]),
  transpose: moving(
    () => ({ dim0: 0, dim1: 1 }),
    ['2x34', { dim0: 0, dim1: 1 }],
    ['2x3x4', { dim0: 0, dim1: -1 }],
    ['2x3', { dim0: -1, dim1: -2 }],
    ['2x3x4', { dim0: -2, dim1: 2 }],
    ['2x3x1x4', { dim0: 1, dim1: -2 }],
    ['2x3x1x4', { dim0: -4, dim1: 3 }],
    ['3x3', { dim0: 0, dim1: 1 }],
  ),
  permute: moving(
    () => ({ dims: [1, 0] }),
    ['2x34', { dims: [1, 0] }],
    ['2x3x4', { dims: [2, 0, 1] }],
    ['2x3x4', { dims: [-1, -3, -2] }],
    ['2x3x1x4', { dims: [-1, -2, -3, -4] }],
    ['2x3x1x4', { dims: [0, -1, 1, -2] }],
    ['2x3x1x4', { dims: [2, 3, 0, 1] }],
  ),
  reshape: moving(
    ([a, b]) => ({ shape: [b!, a!] }),
    ['2x34', { shape: [34, 2] }],
    ['2x3x4', { shape: [3, 2, 2, 2] }],
    ['2x2x2', { shape: [8] }],
    ['2x3x1x4', { shape: [4, -1] }],
    ['6', { shape: [-1, 2] }],
    ['1x1', { shape: [] }],
  ),
  flatten: moving(
    () => ({}),
    ['2x34', {}],
    ['2x3x4', { start_dim: -2 }],
    ['2x3x1x4', {}],
    ['2x3x1x4', { start_dim: 1 }],
    ['2x3x1x4', { start_dim: 1, end_dim: -2 }],
    ['0d', {}],
  ),
  unsqueeze: moving(
    () => ({ dim: 1 }),
    ['2x34', { dim: 1 }],
    ['2x3x4', { dim: -4 }],
    ['2x3x4', { dim: 2 }],
    ['2x3x1x4', { dim: -1 }],
    ['0d', { dim: 0 }],
  ),
  squeeze: moving(
    () => ({}),
    ['2x1x34', { dim: 1 }],
    ['1x3x1x2', {}],
    ['1x3x1x2', { dim: -2 }],
    ['1x3x1x2', { dim: 0 }],
    ['2x1x3', { dim: 0 }],
    ['2x3', {}],
  ),
  // Where memory does not allow a view it raises: what is asked lies in rows, or has axes that can be joined.
  view: (page) => ({
    sizes: sizes(page, ([a, b]) => ({ size: [b!, a!] })),
    ranks: [
      {
        id: 'ranks',
        where: 'whatever axes there are',
        calls: callsOf(page, [
          ['2x3x1x4', { size: [4, -1] }],
          ['2x3x4', { size: [3, 2, 2, 2] }],
          ['6', { size: [-1, 2] }],
          ['1x1', { size: [] }],
        ]),
      },
      {
        id: 'joined',
        where: 'where axes of size 1 stand between those that are joined',
        calls: { '': joinable(page) },
      },
    ],
    second: callsOf(page, [['2x3x4', { size: [3, 2, 2, 2] }]]),
  }),
  expand: (page) => {
    const calls = callsOf(page, [
      ['3x1', { size: [2, -1, 2] }],
      ['1x3x1', { size: [2, 3, 4] }],
      ['1x2x3', { size: [2, -1, -1, -1] }],
      ['2x1x3x1', { size: [-1, 2, -1, 2] }],
      ['0d', { size: [2, 3] }],
    ]);
    const laidOut = callsOf(page, [
      ['3x1', { size: [3, 6] }],
      ['2x3', { size: [2, 2, 3] }],
    ]);
    return {
      sizes: [
        formOn(page)(
          { id: 'rows', many: 'rows', upTo: 257 },
          () => [[1, 3]],
          (n) => ({ size: [n, 3] }),
        ),
        formOn(page)(
          { id: 'columns', many: 'columns', upTo: 129 },
          () => [[2, 1]],
          (n) => ({ size: [2, n] }),
        ),
      ],
      layouts: { values: laidOut, gradients: laidOut },
      ranks: [{ id: 'ranks', where: 'whatever axes there are', calls }],
      second: callsOf(page, [
        ['1x3x1', { size: [2, 3, 4] }],
        ['3x1', { size: [2, -1, 2] }],
      ]),
    };
  },
};
