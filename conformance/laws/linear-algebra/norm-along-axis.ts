import fc from 'fast-check';
import { axis, shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { nearly } from './precision.ts';

export const normAlongAxis: Law = {
  id: 'linear-algebra/norm-along-axis',
  title: 'the norm along an axis is that of each vector alone, and keepdim leaves the axis with size 1',
  clauses: ['norm.C3'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      shape({ minRank: 2, maxRank: 2, maxSize: 4, filled: true }).chain((from) =>
        fc
          .record({ x: tensor(dtype, from), dim: axis(from), p: fc.constantFrom(1, 2, { float: 'Infinity' }) })
          .map(({ x, dim, p }) => {
            const across = dim === 0 || dim === -2 ? 1 : 0;
            const each = Array.from({ length: from[across]! }, (_, k) => k);
            return {
              inputs: { x },
              ops: [
                ...each.flatMap((k) => [
                  { op: 'getitem', in: ['x'], with: { index: across === 0 ? [k] : [':', k] }, out: `x${k}` },
                  { op: 'norm', in: [`x${k}`], with: { p }, out: `n${k}` },
                ]),
                { op: 'stack', in: [each.map((k) => `n${k}`)], out: 'due' },
                { op: 'unsqueeze', in: ['due'], with: { dim: 1 - across }, out: 'kept' },
                { op: 'norm', in: ['x'], with: { p, dim }, out: 'y' },
                { op: 'norm', in: ['x'], with: { p, dim, keepdim: true }, out: 'z' },
              ],
              observe: ['due', 'kept', 'y', 'z'],
              statement: ({ due, kept }) => {
                const tolerance = nearly(dtype);
                return all({ y: same(due!, tolerance), z: same(kept!, tolerance) });
              },
            };
          }),
      ),
    ),
};
