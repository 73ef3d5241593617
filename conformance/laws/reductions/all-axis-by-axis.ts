import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideNumeric } from '../offered.ts';
import { reduce } from './along.ts';

export const allAxisByAxis: Law = {
  id: 'reductions/all-axis-by-axis',
  title: 'reducing everything is reducing one axis after the other',
  clauses: ['reductions.C1', 'reductions.C2', 'sum.C1', 'max.C1', 'min.C1'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc
        .tuple(
          fc.constantFrom('sum', 'max', 'min'),
          shape({ minRank: 1, maxRank: 4, maxSize: 3, filled: true }),
          fc.boolean(),
        )
        .chain(([op, s, fromEnd]) =>
          whole(dtype, s).map((part_0) => ({
            inputs: { part_0 },
            ops: [
              reduce(op, 'part_0', 'all'),
              ...s.map((_, k) => reduce(op, `part_${k}`, `part_${k + 1}`, { dim: fromEnd ? -1 : 0 })),
            ],
            observe: ['all', `part_${s.length}`],
            statement: (seen) => all({ all: same(seen[`part_${s.length}`]!) }),
          })),
        ),
    ),
};
