/** Elements in other places, or in another shape. */
import { type Apart, type Moved, moving } from './moving.ts';
import type { Own } from './own.ts';

const fromTheEnd = (...calls: readonly Moved[]): Apart => ({
  id: 'from-the-end',
  where: 'for axes counted from the end',
  calls,
});
const inferred = (...calls: readonly Moved[]): Apart => ({
  id: 'inferred',
  where: 'where one size is what remains',
  calls,
});

export const rearranging: Own = {
  T: moving({
    turns: true,
    wide: ['2x34', {}],
    calls: [
      ['2x3', {}],
      ['3x3', {}],
    ],
  }),
  transpose: moving({
    turns: true,
    sized: () => ({ dim0: 0, dim1: 1 }),
    wide: ['2x34', { dim0: 0, dim1: 1 }],
    calls: [
      ['2x3x4', { dim0: 0, dim1: 2 }],
      ['2x3', { dim0: 1, dim1: 0 }],
      ['2x3x4', { dim0: 1, dim1: 2 }],
      ['2x3x1x4', { dim0: 1, dim1: 3 }],
      ['3x3', { dim0: 0, dim1: 1 }],
    ],
    five: ['2x1x2x3x2', { dim0: 1, dim1: 3 }],
    apart: [
      fromTheEnd(
        ['2x3x4', { dim0: 0, dim1: -1 }],
        ['2x3', { dim0: -1, dim1: -2 }],
        ['2x3x4', { dim0: -2, dim1: 2 }],
        ['2x3x1x4', { dim0: 1, dim1: -2 }],
        ['2x3x1x4', { dim0: -4, dim1: 3 }],
      ),
    ],
  }),
  permute: moving({
    turns: true,
    sized: () => ({ dims: [1, 0] }),
    wide: ['2x34', { dims: [1, 0] }],
    calls: [
      ['2x3x4', { dims: [2, 0, 1] }],
      ['2x3x4', { dims: [0, 2, 1] }],
      ['2x3x1x4', { dims: [3, 2, 1, 0] }],
      ['2x3x1x4', { dims: [2, 3, 0, 1] }],
    ],
    five: ['2x1x2x3x2', { dims: [3, 0, 4, 2, 1] }],
    apart: [
      fromTheEnd(
        ['2x3x4', { dims: [-1, -3, -2] }],
        ['2x3x1x4', { dims: [-1, -2, -3, -4] }],
        ['2x3x1x4', { dims: [0, -1, 1, -2] }],
      ),
    ],
  }),
  reshape: moving({
    sized: ([a, b]) => ({ shape: [b!, a!] }),
    wide: ['2x34', { shape: [34, 2] }],
    calls: [
      ['2x3x4', { shape: [3, 2, 2, 2] }],
      ['2x2x2', { shape: [8] }],
      ['2x3x1x4', { shape: [4, 6] }],
      ['6', { shape: [3, 2] }],
      ['1x1', { shape: [] }],
    ],
    five: ['2x1x2x3x2', { shape: [3, 2, 1, 2, 2] }],
    apart: [inferred(['2x3x1x4', { shape: [4, -1] }], ['6', { shape: [-1, 2] }])],
  }),
  flatten: moving({
    wide: ['2x34', {}],
    calls: [
      ['2x3x4', {}],
      ['2x3x1x4', {}],
      ['0d', {}],
    ],
    five: ['2x1x2x3x2', {}],
    arriving: ['2x3x4', { start_dim: 1 }],
    apart: [
      {
        id: 'some',
        where: 'for some of the axes',
        calls: [
          ['2x3x4', { start_dim: -2 }],
          ['2x3x1x4', { start_dim: 1 }],
          ['2x3x1x4', { start_dim: 1, end_dim: -2 }],
          ['2x1x2x3x2', { start_dim: 1, end_dim: 3 }],
        ],
      },
    ],
  }),
  unsqueeze: moving({
    sized: () => ({ dim: 1 }),
    wide: ['2x34', { dim: 1 }],
    calls: [
      ['2x3x4', { dim: 1 }],
      ['2x3x4', { dim: 2 }],
      ['2x3x1x4', { dim: 4 }],
      ['0d', { dim: 0 }],
      ['3x3', { dim: 1 }],
    ],
    five: ['2x1x2x3x2', { dim: 3 }],
    apart: [fromTheEnd(['2x3x4', { dim: -4 }], ['2x3x1x4', { dim: -1 }], ['2x3x4', { dim: -2 }])],
  }),
  squeeze: moving({
    wide: ['2x1x34', { dim: 1 }],
    calls: [
      ['1x3x1x2', {}],
      ['1x3x1x2', { dim: 0 }],
      ['2x3', {}],
      ['1x3x3', {}],
    ],
    five: ['2x1x3x1x2', { dim: 3 }],
    apart: [
      fromTheEnd(['1x3x1x2', { dim: -2 }]),
      { id: 'stays', where: 'where the axis is not of size 1, and stays', calls: [['2x1x3', { dim: 0 }]] },
    ],
  }),
};
