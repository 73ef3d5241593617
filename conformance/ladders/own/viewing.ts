/** Views alone: of what lies in memory so that strides can say it, and of elements that stand for several. */
import type { Page } from '../../pages/page.ts';
import type { Call, Given } from '../call.ts';
import { given } from '../numbers.ts';
import { callsOf, groups, type Moved, sizes } from './moving.ts';
import { formOn, type Own } from './own.ts';

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

/** Axes that are split stay views of whatever lies in memory. */
const SPLIT: readonly Moved[] = [
  ['4x3', { size: [2, 2, 3] }],
  ['2x6', { size: [2, 1, 3, 2] }],
  ['6', { size: [3, 2] }],
];

export const viewing: Own = {
  // Where memory does not allow a view it raises: what is asked lies in rows, or has axes that are split or can be joined.
  view: (page) => ({
    sizes: sizes(page, ([a, b]) => ({ size: [b!, a!] })),
    layouts: { values: callsOf(page, SPLIT), gradients: callsOf(page, SPLIT) },
    ranks: [
      ...groups(page, {
        calls: [
          ['2x3x1x4', { size: [4, 6] }],
          ['2x3x4', { size: [3, 2, 2, 2] }],
          ['6', { size: [3, 2] }],
          ['1x1', { size: [] }],
          ['3x3', { size: [9] }],
        ],
        five: ['2x1x2x3x2', { size: [4, 6] }],
        apart: [
          {
            id: 'inferred',
            where: 'where one size is what remains',
            calls: [
              ['2x3x1x4', { size: [4, -1] }],
              ['6', { size: [-1, 2] }],
            ],
          },
        ],
      }),
      {
        id: 'joined',
        where: 'where axes of size 1 stand between those that are joined',
        calls: { '': joinable(page) },
      },
    ],
    second: callsOf(page, [['2x3x4', { size: [3, 2, 2, 2] }]]),
  }),
  expand: (page) => {
    const laidOut = callsOf(page, [
      ['3x1', { size: [3, 6] }],
      ['2x3', { size: [2, 2, 3] }],
    ]);
    return {
      sizes: [
        formOn(page)(
          { id: 'rows', many: 'rows' },
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
      ranks: groups(page, {
        calls: [
          ['3x1', { size: [2, 3, 2] }],
          ['1x3x1', { size: [2, 3, 4] }],
          ['1x2x3', { size: [2, 1, 2, 3] }],
          ['2x1x3x1', { size: [2, 2, 3, 2] }],
          ['0d', { size: [2, 3] }],
        ],
        five: ['2x1x2x1x2', { size: [2, 2, 2, 3, 2] }],
        apart: [
          {
            id: 'kept',
            where: 'where −1 keeps a size',
            calls: [
              ['3x1', { size: [2, -1, 2] }],
              ['1x2x3', { size: [2, -1, -1, -1] }],
              ['2x1x3x1', { size: [-1, 2, -1, 2] }],
            ],
          },
        ],
      }),
      second: callsOf(page, [
        ['1x3x1', { size: [2, 3, 4] }],
        ['3x1', { size: [2, 3, 2] }],
      ]),
    };
  },
};
