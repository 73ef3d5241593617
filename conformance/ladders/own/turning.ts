/** Elements in the reverse order, moved on, and axes elsewhere. */
import { moving } from './moving.ts';
import type { Own } from './own.ts';

export const turning: Own = {
  flip: moving({
    turns: true,
    sized: () => ({ dims: [0] }),
    wide: ['2x34', { dims: [1] }],
    calls: [
      ['2x3x4', { dims: [0, 2] }],
      ['3x3', { dims: [-1] }],
      ['2x3x1x4', { dims: [1, 3] }],
      ['5', { dims: [0] }],
    ],
    five: ['2x1x2x3x2', { dims: [0, 3] }],
  }),
  roll: moving({
    turns: true,
    sized: ([n]) => ({ shifts: n! - 1, dims: 0 }),
    wide: ['2x34', { shifts: 5, dims: 1 }],
    calls: [
      ['2x3x4', { shifts: [1, -1], dims: [0, 2] }],
      ['3x3', { shifts: 2, dims: 1 }],
      ['2x3x1x4', { shifts: [-1, 2], dims: [1, -1] }],
    ],
    five: ['2x1x2x3x2', { shifts: 1, dims: 3 }],
    apart: [
      {
        id: 'rows',
        where: 'over the edges of rows',
        calls: [
          ['2x3', { shifts: 1 }],
          ['3x2x2', { shifts: -5 }],
          ['7', { shifts: 9 }],
        ],
      },
    ],
  }),
  rot90: moving({
    turns: true,
    wide: ['2x34', {}],
    calls: [
      ['2x3x4', { k: 1, dims: [0, 2] }],
      ['3x3', {}],
      ['2x3', { k: 2 }],
      ['2x3x1x4', { k: -1, dims: [1, 3] }],
      ['2x3x4', { k: 3, dims: [2, 1] }],
    ],
    five: ['2x1x2x3x2', { k: 1, dims: [2, 3] }],
  }),
  movedim: moving({
    turns: true,
    sized: () => ({ source: 0, destination: 1 }),
    wide: ['2x34', { source: 0, destination: -1 }],
    calls: [
      ['2x3x4', { source: 0, destination: 2 }],
      ['3x3', { source: 1, destination: 0 }],
      ['2x3x1x4', { source: 3, destination: 1 }],
    ],
    five: ['2x1x2x3x2', { source: 3, destination: 0 }],
    apart: [
      {
        id: 'several',
        where: 'for several axes at once',
        calls: [
          ['2x3x4', { source: [0, 1], destination: [2, 0] }],
          ['2x3x1x4', { source: [-1, 0], destination: [0, -2] }],
        ],
      },
    ],
  }),
  select: moving({
    sized: () => ({ dim: 1, index: 1 }),
    wide: ['2x34', { dim: 0, index: -1 }],
    calls: [
      ['2x3x4', { dim: 1, index: 2 }],
      ['3x3', { dim: -1, index: 1 }],
      ['2x3x1x4', { dim: 0, index: 1 }],
      ['5', { dim: 0, index: -2 }],
    ],
    five: ['2x1x2x3x2', { dim: 3, index: -1 }],
  }),
  narrow: moving({
    turns: true,
    sized: ([n]) => ({ dim: 0, start: 1, length: n! - 1 }),
    wide: ['2x34', { dim: 1, start: 3, length: 30 }],
    calls: [
      ['2x3x4', { dim: 1, start: 1, length: 2 }],
      ['3x3', { dim: -1, start: -2, length: 2 }],
      ['2x3x1x4', { dim: 3, start: 0, length: 3 }],
      ['5', { dim: 0, start: 2, length: 3 }],
    ],
    five: ['2x1x2x3x2', { dim: 3, start: 1, length: 2 }],
  }),
};
