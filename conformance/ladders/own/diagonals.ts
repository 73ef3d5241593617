/** Of matrices: what lies on a diagonal, and on either side of it. */
import type { Options, Shape } from '../call.ts';
import { moving } from './moving.ts';
import { formOn, type Own } from './own.ts';

const triangle = (sized: (shape: Shape) => Options) =>
  moving({
    turns: true,
    sized,
    wide: ['2x34', { diagonal: 3 }],
    calls: [
      ['2x3x4', { diagonal: 1 }],
      ['3x3', {}],
      ['2x3x1x4', { diagonal: -1 }],
      ['4x4', { diagonal: -2 }],
    ],
    five: ['2x1x2x3x2', {}],
  });

/** Diagonals of any two axes. */
const ofAxes = moving({
  turns: true,
  wide: ['2x34', { offset: 3 }],
  calls: [
    ['3x3x2', {}],
    ['4x4', { offset: 1 }],
    ['2x3x1x4', { dim1: 1, dim2: -1 }],
    ['36x35', { offset: -1 }],
    ['2x3x4', { dim1: -1, dim2: -2 }],
    ['3x2x4', { dim1: -3, dim2: -1, offset: 1 }],
  ],
  five: ['2x1x2x3x2', { offset: -1, dim1: 2, dim2: 3 }],
});

export const diagonals: Own = {
  tril: triangle(() => ({})),
  // Of many rows it keeps all but the last.
  triu: triangle(([rows]) => ({ diagonal: 2 - rows! })),
  diagonal: (page) => ({
    ...ofAxes(page),
    sizes: [
      formOn(page)({ id: 'beside', many: 'elements beside the diagonal', gradientsUpTo: 33 }, (n) => [[2, 2, n]]),
    ],
  }),
  diag: moving({
    turns: true,
    wide: ['2x34', { diagonal: 3 }],
    calls: [
      ['4', { diagonal: 1 }],
      ['3x3', {}],
      ['4x3', { diagonal: -1 }],
      ['36x35', { diagonal: -1 }],
      ['12', {}],
    ],
  }),
};
