/** Products of matrices, and of stacks of them, with something added. */
import type { Page } from '../../pages/page.ts';
import type { Calls, Options, Shape } from '../call.ts';
import type { Form } from '../ladder.ts';
import { named, shapes } from '../shapes.ts';
import { callOn, callsOn, formOn, laidOut, type Own } from './own.ts';

/** Each edge of a tile is past at once. */
const TILE = 32;

/** What several rows are multiplied by repeats no few numbers. */
const FEW = 129;

/** Weights of what is added, and of the product. */
const WEIGHTS: Options = { beta: -2, alpha: 0.5 };

const weighted = (page: Page, ...calls: readonly string[]): Calls =>
  Object.fromEntries(calls.map(shapes).map((of) => [`${named(...of)}_w`, callOn(page, of, WEIGHTS)]));

/** With a row added to a product of such matrices, in stacks of that height if there is any. */
const added = (height: readonly number[], page: Page): readonly Form[] => {
  const of = formOn(page);
  const form = (
    id: string,
    many: string,
    upTo: number,
    gradientsUpTo: number,
    at: (n: number) => readonly Shape[],
  ): Form =>
    of({ id, many, upTo, gradientsUpTo }, (n) => at(n).map((shape, k) => (k === 0 ? shape : [...height, ...shape])));
  return [
    form('terms', 'terms', 4097, 4097, (n) => [[2], [1, n], [n, 2]]),
    form('rows', 'rows', 1025, 1025, (n) => [[2], [n, 3], [3, 2]]),
    form('columns', 'columns', 1025, FEW, (n) => [
      [1, 1],
      [1, 3],
      [3, n],
    ]),
    form('tiles', 'rows, terms and columns at once', TILE, TILE, (n) => [[n + 1], [n + 4, n + 1], [n + 1, n + 1]]),
  ];
};

export const addedProducts: Own = {
  addmm: (page) => ({
    sizes: added([], page),
    layouts: laidOut(callsOn(page, '4x3 4x5 5x3', '3x3 3x3 3x3')),
    ranks: [
      {
        id: 'ranks',
        where: 'for whatever stretches to few rows and columns',
        calls: callsOn(page, '2x3 2x3 3x3', '3 2x3 3x3', '1x3 2x3 3x3', '2x1 2x3 3x2', '0d 2x3 3x2', '1 4x2 2x3'),
      },
      { id: 'weighted', where: 'with both of its factors', calls: weighted(page, '2x3 2x3 3x3', '3 2x3 3x3') },
    ],
    second: { ...callsOn(page, '2x3 2x3 3x3', '3 2x3 3x3'), ...weighted(page, '2 2x3 3x2') },
  }),
  baddbmm: (page) => ({
    sizes: [
      ...added([1], page),
      formOn(page)({ id: 'batches', many: 'pairs of matrices', upTo: 65 }, (n) => [[1], [n, 2, 3], [n, 3, 1]]),
    ],
    layouts: laidOut(callsOn(page, '2x4x3 2x4x5 2x5x3', '2x3x3 2x3x3 2x3x3')),
    ranks: [
      {
        id: 'ranks',
        where: 'for whatever stretches to a few pairs',
        calls: callsOn(
          page,
          '2x2x3 2x2x3 2x3x3',
          '2x3 2x2x3 2x3x3',
          '2x1x3 2x2x3 2x3x3',
          '1x2x1 3x2x3 3x3x2',
          '0d 2x2x3 2x3x2',
        ),
      },
      {
        id: 'weighted',
        where: 'with both of its factors',
        calls: weighted(page, '2x2x3 2x2x3 2x3x3', '3 2x2x3 2x3x3'),
      },
    ],
    second: { ...callsOn(page, '2x2x3 2x2x3 2x3x3', '3 2x2x3 2x3x3'), ...weighted(page, '2 2x2x3 2x3x2') },
  }),
  addmm_: over([], ['2x3 2x3 3x3', '3x4 3x3 3x4', '4x1 4x2 2x1']),
  baddbmm_: over([1], ['2x2x3 2x2x3 2x3x3', '2x3x4 2x3x3 2x3x4', '3x1x2 3x1x3 3x3x2']),
};

/** The in-place form, over what has the shape of the product to begin with. */
function over(height: readonly number[], calls: readonly string[]): Own[string] {
  return (page) => {
    const op = page.inplace!;
    const written = (some: Calls): Calls =>
      Object.fromEntries(Object.entries(some).map(([name, call]) => [name, { ...call, op }]));
    const form = (id: string, many: string, upTo: number, at: (n: number) => readonly Shape[]): Form => ({
      id,
      many,
      upTo,
      gradientsUpTo: Math.min(upTo, FEW),
      at: (n) => ({
        ...callOn(
          page,
          at(n).map((shape) => [...height, ...shape]),
        ),
        op,
      }),
    });
    const some = calls.slice(0, 2);
    return {
      sizes: [
        form('terms', 'terms', 4097, (n) => [
          [1, 2],
          [1, n],
          [n, 2],
        ]),
        form('rows', 'rows', 1025, (n) => [
          [n, 2],
          [n, 3],
          [3, 2],
        ]),
        form('columns', 'columns', 1025, (n) => [
          [1, n],
          [1, 3],
          [3, n],
        ]),
        form('tiles', 'rows, terms and columns at once', TILE, (n) => [
          [n + 4, n + 1],
          [n + 4, n + 1],
          [n + 1, n + 1],
        ]),
      ],
      layouts: laidOut(written(callsOn(page, ...some))),
      ranks: [
        { id: 'ranks', where: 'for few rows and columns', calls: written(callsOn(page, ...calls)) },
        { id: 'weighted', where: 'with both of its factors', calls: written(weighted(page, ...some)) },
      ],
      second: written({ ...callsOn(page, ...some), ...weighted(page, some[0]!) }),
    };
  };
}
