/** Sums of products that are no plain product of matrices: of rows by rows, of all pairs, of a diagonal. */
import type { Page } from '../../pages/page.ts';
import type { Calls, Options, Shape } from '../call.ts';
import type { Form } from '../ladder.ts';
import { named, shapes } from '../shapes.ts';
import { callOn, callsOn, formOn, laidOut, type Own } from './own.ts';

/** Each edge of a tile is past at once. */
const TILE = 32;

/** What several rows are multiplied by repeats no few numbers. */
const FEW = 129;

const by = (page: Page, ...calls: readonly (readonly [of: string, options: Options])[]): Calls =>
  Object.fromEntries(
    calls.map(([of, options], k) => [`${named(...shapes(of))}_${k}`, callOn(page, shapes(of), options)]),
  );

/** Along one axis. */
const contracting = (page: Page, form: Omit<Form, 'at'>, at: (n: number) => readonly Shape[]): Form =>
  formOn(page)(form, at, () => ({ dims: 1 }));

export const contractions: Own = {
  inner: (page) => ({
    sizes: [
      formOn(page)({ id: 'terms', many: 'terms' }, (n) => [[n], [n]]),
      formOn(page)({ id: 'rows', many: 'rows', upTo: 1025 }, (n) => [
        [n, 3],
        [2, 3],
      ]),
      formOn(page)({ id: 'others', many: 'rows of other', upTo: 1025, gradientsUpTo: FEW }, (n) => [
        [1, 3],
        [n, 3],
      ]),
      formOn(page)({ id: 'tiles', many: 'rows and terms at once', upTo: TILE }, (n) => [
        [n + 4, n + 1],
        [n, n + 1],
      ]),
    ],
    layouts: laidOut(callsOn(page, '4x5 3x5', '3x3 3x3')),
    ranks: [
      {
        id: 'ranks',
        where: 'whatever axes there are before the last',
        calls: callsOn(page, '3 3', '2x3 3', '3 2x3', '2x3 4x3', '2x2x3 3x3', '2x3 2x1x3', '2x1x3 1x2x3'),
      },
      { id: 'numbers', where: 'of a tensor without axes', calls: callsOn(page, '0d 2x3', '2x3 0d', '0d 0d') },
      { id: 'rank-5', where: 'for operands of five axes', calls: callsOn(page, '2x1x2x1x3 2x3', '2x3 2x1x1x2x3') },
      { id: 'rank-4', where: 'for operands of four axes', calls: callsOn(page, '2x1x2x3 2x2x1x3', '1x2x1x3 3') },
    ],
    second: callsOn(page, '2x3 4x3', '2x3 3'),
  }),
  outer: (page) => ({
    sizes: [
      formOn(page)({ id: 'rows', many: 'rows', upTo: 1025 }, (n) => [[n], [2]]),
      formOn(page)({ id: 'columns', many: 'columns' }, (n) => [[1], [n]]),
      formOn(page)({ id: 'tiles', many: 'rows and columns at once', upTo: TILE }, (n) => [[n + 4], [n + 1]]),
    ],
    layouts: laidOut(callsOn(page, '37 3', '3 5')),
    ranks: [{ id: 'ranks', where: 'for few rows and columns', calls: callsOn(page, '3 3', '1 4', '4 1', '2 3') }],
    second: callsOn(page, '3 2', '3 3'),
  }),
  tensordot: (page) => ({
    sizes: [
      contracting(page, { id: 'terms', many: 'terms' }, (n) => [
        [1, n],
        [n, 2],
      ]),
      contracting(page, { id: 'rows', many: 'rows', upTo: 1025 }, (n) => [
        [n, 3],
        [3, 2],
      ]),
      contracting(page, { id: 'tiles', many: 'rows, terms and columns at once', upTo: TILE }, (n) => [
        [n + 4, n + 1],
        [n + 1, n + 1],
      ]),
    ],
    layouts: laidOut(by(page, ['4x5 5x3', { dims: 1 }], ['3x3 3x3', { dims: 1 }])),
    ranks: [
      {
        id: 'numbers',
        where: 'along so many axes',
        calls: by(page, ['2x3 3x2', { dims: 1 }], ['2x3x4 3x4x2', {}], ['2x3 4', { dims: 0 }], ['0d 2x3', { dims: 0 }]),
      },
      {
        id: 'lists',
        where: 'along axes that are listed',
        calls: by(
          page,
          [
            '2x3x4 4x2x5',
            {
              dims: [
                [0, 2],
                [1, 0],
              ],
            },
          ],
          ['3x2 3x3', { dims: [[0], [1]] }],
          ['2x1x3x4 3x2x2', { dims: [[-2], [0]] }],
        ),
      },
      { id: 'stretched', where: 'along an axis that is stretched', calls: by(page, ['2x1 3x2', { dims: 1 }]) },
    ],
    second: by(
      page,
      ['2x3 3x2', { dims: 1 }],
      [
        '2x3x2 2x3',
        {
          dims: [
            [0, 1],
            [0, 1],
          ],
        },
      ],
    ),
  }),
  trace: (page) => ({
    sizes: [
      formOn(page)({ id: 'tiles', many: 'rows and columns', upTo: 65 }, (n) => [[n, n]]),
      formOn(page)({ id: 'rows', many: 'rows', upTo: 257 }, (n) => [[n, 3]]),
      formOn(page)({ id: 'columns', many: 'columns', upTo: 257 }, (n) => [[2, n]]),
    ],
    layouts: laidOut(callsOn(page, '4x5', '3x3')),
    ranks: [
      { id: 'ranks', where: 'for few rows and columns', calls: callsOn(page, '3x3', '2x4', '4x2', '1x1', '1x5') },
    ],
    second: callsOn(page, '3x3'),
  }),
};
