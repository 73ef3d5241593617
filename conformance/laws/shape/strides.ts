import fc from 'fast-check';
import { type Shape, shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { order } from './moves.ts';

/** Row-major: the last stride is 1, each other one the next times the next size, where 0 counts as 1. */
const rowMajor = (s: Shape): number[] =>
  s.map((_, k) => s.slice(k + 1).reduce((product, n) => product * Math.max(n, 1), 1));

export const strides: Law = {
  id: 'shape/strides-of-contiguous',
  title: 'a new tensor and a copy by contiguous have row-major strides, which permute reorders with the axes',
  clauses: ['stride.C1', 'stride.C2', 'contiguous.C2'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ maxRank: 4, maxSize: 3 }).chain((from) =>
        fc.record({ x: tensor(dtype, from), dims: order(from.length) }).map(({ x, dims: axes }) => {
          const own = rowMajor(from);
          // What is contiguous as it is, as anything with an axis of size 0 or 1 may be, keeps the strides it has.
          const copied = !from.some((n) => n < 2) && axes.some((k, at) => k !== at);
          return {
            inputs: { x },
            ops: [
              { op: 'stride', in: ['x'], out: 'own' },
              { op: 'permute', in: ['x'], with: { dims: axes }, out: 'y' },
              { op: 'stride', in: ['y'], out: 'permuted' },
              { op: 'contiguous', in: ['y'], out: 'z' },
              { op: 'stride', in: ['z'], out: 'copied' },
            ],
            observe: ['own', 'permuted', 'copied'],
            statement: () =>
              all({
                own: { value: own },
                permuted: { value: axes.map((k) => own[k]!) },
                ...(copied && { copied: { value: rowMajor(axes.map((k) => from[k]!)) } }),
              }),
          };
        }),
      ),
    ),
};
