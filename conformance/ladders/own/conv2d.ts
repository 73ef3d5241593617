/** Convolutions of so many rows and columns, channels, filters, groups, images; and their geometry. */
import type { Page } from '../../pages/page.ts';
import type { Call, Options, Shape } from '../call.ts';
import type { Form, Group } from '../ladder.ts';
import { shapes } from '../shapes.ts';
import { callOn, callsOn, formOn, laidOut, type Own } from './own.ts';

type Geometry = readonly [id: string, where: string, inputAndWeight: string, options?: Options];

/** No two numbers that could take each other's place are equal. */
const geometries: readonly Geometry[] = [
  ['kernel', 'with a kernel that is not square', '2x2x4x5 3x2x2x3'],
  ['stride', 'with strides that leave rows over', '1x1x6x8 2x1x2x3', { stride: [3, 2] }],
  ['padding', 'with more padding on one axis than on the other', '1x2x3x4 2x2x3x2', { padding: [2, 1] }],
  ['wide-padding', 'with padding wider than the kernel and the image', '1x1x1x3 2x1x1x2', { padding: 2 }],
  [
    'padding-beyond',
    'with more padding than there is of the image, on both axes',
    '1x1x2x1 2x1x1x2',
    { padding: [3, 2] },
  ],
  ['same', 'with the padding that keeps the size', '1x1x4x5 2x1x2x3', { padding: 'same' }],
  ['dilation', 'with taps that lie apart', '1x1x5x6 2x1x2x3', { dilation: [3, 2] }],
  ['apart', 'with strides and taps that lie apart', '1x1x7x8 2x1x2x3', { stride: [2, 3], dilation: [3, 2] }],
  [
    'all',
    'with strides, padding and taps that lie apart',
    '2x1x5x4 2x1x3x2',
    { stride: [2, 1], padding: [1, 2], dilation: [1, 3] },
  ],
  ['groups', 'with three groups', '2x6x3x3 6x2x2x3', { groups: 3 }],
  ['depthwise', 'with a group for each channel', '1x3x4x3 6x1x3x2', { groups: 3, padding: [1, 0] }],
  ['strided-groups', 'with groups, strides and padding', '1x4x5x4 2x2x2x3', { groups: 2, stride: 2, padding: [0, 1] }],
  ['rank-3', 'of an image without a batch', '2x3x4 3x2x2x2'],
];

const biased = (page: Page, text: string, options?: Options): Call => {
  const [input, weight] = shapes(text) as [Shape, Shape];
  return callOn(page, [input, weight, [weight[0]!]], options);
};

const groups = (page: Page): readonly Group[] =>
  geometries.map(([id, where, text, options]) => ({ id, where, calls: { '': biased(page, text, options) } }));

const called = (page: Page, ...ids: readonly string[]): readonly Group[] =>
  geometries
    .filter(([id]) => ids.includes(id))
    .map(([id, where, text, options]) => ({
      id,
      where,
      calls: { [`_${id.replaceAll('-', '_')}`]: biased(page, text, options) },
    }));

const forms = (page: Page): readonly Form[] => {
  const of = formOn(page);
  const form = (
    id: string,
    many: string,
    [upTo, gradientsUpTo]: readonly [number, number],
    shapesAt: (n: number) => readonly [Shape, Shape],
    options?: (n: number) => Options,
  ): Form => of({ id, many, upTo, gradientsUpTo }, (n) => [...shapesAt(n), [shapesAt(n)[1][0]!]], options);
  return [
    form('width', 'columns', [4097, 1025], (n) => [
      [1, 1, 1, n + 2],
      [1, 1, 1, 3],
    ]),
    form('height', 'rows', [257, 65], (n) => [
      [1, 1, n + 1, 2],
      [1, 1, 2, 1],
    ]),
    form('channels', 'channels', [129, 33], (n) => [
      [1, n, 2, 3],
      [2, n, 2, 2],
    ]),
    form('filters', 'filters', [1025, 1025], (n) => [
      [1, 2, 2, 3],
      [n, 2, 2, 2],
    ]),
    form(
      'groups',
      'groups',
      [33, 33],
      (n) => [
        [1, 2 * n, 2, 2],
        [n, 2, 1, 2],
      ],
      (n) => ({ groups: n }),
    ),
    form('batch', 'images', [65, 33], (n) => [
      [n, 1, 2, 2],
      [2, 1, 2, 1],
    ]),
    form('kernel', 'taps of the kernel in a row', [33, 33], (n) => [
      [1, 1, 2, n + 1],
      [1, 1, 2, n],
    ]),
  ];
};

export const conv2d: Own = {
  conv2d: (page) => ({
    sizes: forms(page),
    layouts: laidOut({ '': biased(page, '2x2x3x4 3x2x2x3') }),
    ranks: [
      ...groups(page),
      { id: 'no-bias', where: 'without a bias', calls: { '': callOn(page, shapes('2x2x3x4 3x2x2x3')) } },
    ],
    second: called(page, 'kernel')[0]!.calls,
    secondApart: called(page, 'all', 'strided-groups'),
    shared: callsOn(page, '1x1x2x3 1x1x2x3'),
  }),
};
