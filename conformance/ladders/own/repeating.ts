/** Elements that come several times, and axes that are stretched, cut or joined. */
import type { Page } from '../../pages/page.ts';
import type { Call, Shape } from '../call.ts';
import { given } from '../numbers.ts';
import { moving } from './moving.ts';
import type { Own } from './own.ts';

/** Every element `by` times along an axis. */
const times = (page: Page, shape: Shape, by: number, dim: number): Call => ({
  op: page.name,
  operands: [given(page, 'input', shape), { literal: by }],
  options: { dim },
  shape: shape.with(dim, by * shape.at(dim)!),
});

/** As often as a tensor says: twice, not at all, and once, over and over. */
const asSaid = (page: Page, n: number): Call => {
  const repeats = [2, 0, 1];
  const total = Array.from({ length: n }, (_, k) => repeats[k % 3]!).reduce((sum, one) => sum + one, 0);
  return {
    op: page.name,
    operands: [given(page, 'input', [n, 2]), { name: 'repeats', tensor: { dtype: 'int64', shape: [n], repeats } }],
    options: { dim: 0 },
    shape: [total, 2],
  };
};

const IN_FULL = 33;

export const repeating: Own = {
  repeat: moving({
    turns: true,
    sized: () => ({ repeats: [1, 2] }),
    wide: ['2x34', { repeats: [2, 1] }],
    calls: [
      ['2x3', { repeats: [2, 2] }],
      ['3', { repeats: [2, 2] }],
      ['2x1x3', { repeats: [1, 3, 2] }],
      ['2x3x1x2', { repeats: [1, 2, 2, 1] }],
      ['0d', { repeats: [3] }],
    ],
    five: ['2x1x2x1x2', { repeats: [1, 2, 1, 2, 1] }],
  }),
  tile: moving({
    turns: true,
    sized: () => ({ dims: [2] }),
    wide: ['2x34', { dims: [2, 1] }],
    calls: [
      ['2x3', { dims: [2] }],
      ['3', { dims: [2, 2] }],
      ['2x1x3', { dims: [2, 1] }],
      ['2x3x1x2', { dims: [2, 2, 1] }],
    ],
    five: ['2x1x2x1x2', { dims: [2, 1] }],
  }),
  repeat_interleave: (page) => ({
    sizes: [
      { id: 'elements', many: 'elements', at: (n) => times(page, [n], 2, 0) },
      { id: 'tensor', many: 'numbers of times', upTo: IN_FULL, at: (n) => asSaid(page, n) },
    ],
    layouts: {
      values: { _rows: times(page, [2, 3], 2, 0), _columns: times(page, [2, 3], 2, 1), _tensor: asSaid(page, 4) },
      gradients: { _columns: times(page, [2, 3], 2, 1), _tensor: asSaid(page, 4) },
    },
    ranks: [
      {
        id: 'ranks',
        where: 'along each axis of tensors of one to five',
        calls: {
          _3: times(page, [3], 2, 0),
          _2x3x4: times(page, [2, 3, 4], 2, 1),
          _first: times(page, [2, 3, 4], 2, 0),
          _2x3x1x2: times(page, [2, 3, 1, 2], 3, 2),
          _five: times(page, [2, 1, 2, 3, 2], 2, -1),
        },
      },
    ],
    second: { _columns: times(page, [2, 3], 2, 1), _tensor: asSaid(page, 3) },
  }),
  broadcast_to: moving({
    turns: true,
    sized: ([a, b]) => ({ size: [2, a!, b!] }),
    wide: ['1x34', { size: [3, 34] }],
    calls: [
      ['3x1', { size: [3, 6] }],
      ['2x3', { size: [2, 2, 3] }],
      ['1x3x1', { size: [2, 3, 4] }],
      ['3x3', { size: [2, 3, 3] }],
      ['2x1x3x1', { size: [2, 2, 3, 2] }],
      ['0d', { size: [2, 3] }],
    ],
    five: ['2x1x2x1x2', { size: [2, 2, 2, 3, 2] }],
  }),
  ravel: moving({
    wide: ['2x34', {}],
    calls: [
      ['2x3x4', {}],
      ['3x3', {}],
      ['2x3x1x4', {}],
      ['0d', {}],
    ],
    five: ['2x1x2x3x2', {}],
  }),
  unflatten: moving({
    sized: ([n]) => ({ dim: 0, sizes: [n!, 1] }),
    wide: ['2x34', { dim: 1, sizes: [17, 2] }],
    calls: [
      ['2x6', { dim: 1, sizes: [2, 3] }],
      ['4x4', { dim: 0, sizes: [2, 2] }],
      ['2x3x1x4', { dim: -1, sizes: [2, 2] }],
      ['8', { dim: 0, sizes: [2, 2, 2] }],
    ],
    five: ['2x1x4x3x2', { dim: 2, sizes: [2, 2] }],
    apart: [
      {
        id: 'inferred',
        where: 'where one size is what remains',
        calls: [
          ['2x6', { dim: 1, sizes: [-1, 2] }],
          ['6', { dim: 0, sizes: [3, -1] }],
        ],
      },
    ],
  }),
};
