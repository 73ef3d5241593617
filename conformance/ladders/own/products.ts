/** Products: of so many rows, columns, terms, and matrices. */
import type { Page } from '../../pages/page.ts';
import type { Shape } from '../call.ts';
import type { Form, Ladder } from '../ladder.ts';
import { callsOn, formOn, laidOut, type Own } from './own.ts';

/** The largest of several sizes at once: each is past the edge then. */
const TILE = 32;

/** What several rows are multiplied by repeats no few numbers. */
const GRADIENTS: Readonly<Record<string, number>> = { columns: 129 };

/** Of matrices, in stacks of that height if there is any. */
const forms = (page: Page, height: Shape = []): readonly Form[] => {
  const of = formOn(page);
  const form = (id: string, many: string, upTo: number, shapes: (n: number) => readonly [Shape, Shape]): Form =>
    of({ id, many, upTo, gradientsUpTo: GRADIENTS[id] ?? upTo }, (n) => shapes(n).map((one) => [...height, ...one]));
  return [
    form('terms', 'terms', 4097, (n) => [
      [1, n],
      [n, 2],
    ]),
    form('rows', 'rows', 4097, (n) => [
      [n, 3],
      [3, 2],
    ]),
    form('columns', 'columns', 4097, (n) => [
      [1, 3],
      [3, n],
    ]),
    form('tiles', 'rows, terms and columns at once', TILE, (n) => [
      [n + 4, n + 1],
      [n + 1, n + 1],
    ]),
  ];
};

// Of a square, no shape tells a transposed one.
const MATRICES = ['2x3 3x3', '2x3 3x2', '3x3 3x3', '4x2 2x3'];
const VECTORS = ['3 3', '3 3x2', '2x3 3', '3 2x3x4', '1x2x3 3', '3 1x3x2', '2x1x3x2 2'];
const STACKS = ['2x2x3 2x3x3', '3x2x3 3x3x2', '2x3x3 2x3x3', '1x4x2 1x2x3', '4x1x3 4x3x1'];
const BATCHES = ['2x2x3 3x4', '2x3 2x3x2', '2x2x3 2x3x3', '2x1x2x3 3x3x2', '2x3x1x2 2x1x2x1', '2x1x2x2 2x3x2x2'];

const ofVectors = (page: Page): Ladder => ({
  sizes: [formOn(page)({ id: 'terms', many: 'terms' }, (n) => [[n], [n]])],
  layouts: laidOut(callsOn(page, '37 37')),
  ranks: [{ id: 'ranks', where: 'for few terms', calls: callsOn(page, '3 3', '1 1') }],
  second: callsOn(page, '3 3'),
});

export const products: Own = {
  dot: ofVectors,
  vdot: ofVectors,
  bmm: (page) => ({
    sizes: [
      ...forms(page, [1]),
      formOn(page)({ id: 'batches', many: 'pairs of matrices', upTo: 65 }, (n) => [
        [n, 2, 3],
        [n, 3, 1],
      ]),
    ],
    layouts: laidOut(callsOn(page, '2x4x5 2x5x3', '2x3x3 2x3x3')),
    ranks: [{ id: 'ranks', where: 'for few pairs', calls: callsOn(page, ...STACKS) }],
    second: callsOn(page, ...STACKS.slice(0, 2)),
  }),
  mv: (page) => ({
    sizes: [
      formOn(page)({ id: 'terms', many: 'terms' }, (n) => [[1, n], [n]]),
      formOn(page)({ id: 'rows', many: 'rows' }, (n) => [[n, 3], [3]]),
      formOn(page)({ id: 'tiles', many: 'rows and terms at once', upTo: 33 }, (n) => [[n, n + 1], [n + 1]]),
    ],
    layouts: laidOut(callsOn(page, '4x5 5')),
    ranks: [{ id: 'ranks', where: 'for few rows and terms', calls: callsOn(page, '2x3 3', '3x3 3', '4x1 1') }],
    second: callsOn(page, '2x3 3'),
  }),
  mm: (page) => ({
    sizes: forms(page),
    layouts: laidOut(callsOn(page, '4x5 5x3', '3x3 3x3')),
    ranks: [{ id: 'ranks', where: 'for few rows, terms and columns', calls: callsOn(page, ...MATRICES) }],
    second: callsOn(page, ...MATRICES.slice(0, 2)),
  }),
  matmul: (page) => ({
    sizes: [
      ...forms(page),
      formOn(page)({ id: 'batches', many: 'pairs of matrices', upTo: 65 }, (n) => [
        [n, 2, 3],
        [n, 3, 1],
      ]),
    ],
    layouts: {
      ...laidOut(callsOn(page, '4x5 5x3')),
      apart: [
        { id: 'batches', where: 'of batches', calls: callsOn(page, '2x2x3 2x3x2') },
        { id: 'vectors', where: 'of a vector', calls: callsOn(page, '5 5x3') },
      ],
    },
    ranks: [
      { id: 'matrices', where: 'for matrices', calls: callsOn(page, ...MATRICES) },
      { id: 'ranks', where: 'for matrices and vectors', calls: callsOn(page, ...MATRICES, ...VECTORS) },
      { id: 'batches', where: 'for batches, which broadcast', calls: callsOn(page, ...BATCHES) },
      { id: 'rank-5', where: 'for batches of three axes', calls: callsOn(page, '2x1x2x2x3 2x1x3x2', '2x3 2x1x2x3x2') },
    ],
    second: callsOn(page, ...MATRICES.slice(0, 2)),
    secondApart: [
      { id: 'batches', where: 'of batches', calls: callsOn(page, BATCHES[4]!) },
      { id: 'vectors', where: 'of a vector', calls: callsOn(page, ...VECTORS.slice(0, 3)) },
    ],
  }),
  linear: (page) => ({
    sizes: [
      formOn(page)({ id: 'in-features', many: 'features that go in', gradientsUpTo: 129 }, (n) => [
        [1, n],
        [2, n],
        [2],
      ]),
      formOn(page)({ id: 'out-features', many: 'features that come out' }, (n) => [[1, 3], [n, 3], [n]]),
      formOn(page)({ id: 'rows', many: 'rows', upTo: 1025 }, (n) => [[n, 3], [2, 3], [2]]),
      formOn(page)({ id: 'tiles', many: 'rows and features at once', upTo: TILE }, (n) => [
        [n + 4, n + 1],
        [n + 1, n + 1],
        [n + 1],
      ]),
    ],
    layouts: laidOut(callsOn(page, '4x5 3x5 3')),
    ranks: [
      {
        id: 'ranks',
        where: 'whatever axes its input has',
        calls: callsOn(page, '3 2x3 2', '2x3 3x3 3', '2x2x3 2x3 2', '2x1x2x3 4x3 4'),
      },
      { id: 'matrix', where: 'for a matrix of rows', calls: callsOn(page, '2x3 3x3 3') },
      { id: 'rank-5', where: 'for input of five axes', calls: callsOn(page, '2x1x2x2x3 4x3 4') },
      { id: 'no-bias', where: 'without a bias', calls: callsOn(page, '2x3 4x3', '2x2x3 4x3') },
    ],
    second: callsOn(page, '2x3 3x3 3', '2x2x3 2x3 2'),
  }),
};
