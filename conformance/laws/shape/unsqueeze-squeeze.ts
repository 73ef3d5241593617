import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { fromFront } from './moves.ts';
import { inOrder, showing } from './places.ts';

export const unsqueezeSqueeze: Law = {
  id: 'shape/unsqueeze-squeeze-inverse',
  title: 'unsqueeze inserts an axis of size 1 where dim says, squeeze takes that axis away, and without dim all such',
  clauses: ['unsqueeze.C1', 'squeeze.C1'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      shape({ maxRank: 4, maxSize: 3 }).chain((from) =>
        fc
          .record({
            x: tensor(dtype, from, { special: true }),
            dim: fc.integer({ min: -from.length - 1, max: from.length }),
          })
          .map(({ x, dim }) => {
            const longer = from.toSpliced(fromFront(dim, from.length + 1), 0, 1);
            const as = (to: readonly number[]) => showing(x, to, inOrder(from));
            return {
              inputs: { x },
              ops: [
                { op: 'unsqueeze', in: ['x'], with: { dim }, out: 'y' },
                { op: 'squeeze', in: ['y'], with: { dim }, out: 'z' },
                { op: 'squeeze', in: ['y'], out: 'least' },
              ],
              observe: ['y', 'z', 'least'],
              statement: () => all({ y: as(longer), z: as(from), least: as(from.filter((n) => n !== 1)) }),
            };
          }),
      ),
    ),
};
