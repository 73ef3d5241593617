import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { both, givesPlaces, needsDim, not, reduces } from '../../pages/families.ts';
import { all } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideNumeric } from '../offered.ts';
import { wholesFor } from '../wholes.ts';
import { reduce } from './along.ts';
import { inAnyOrder } from './in-any-order.ts';

const ops = every(both(reduces, not(givesPlaces), not(needsDim)), {
  count_nonzero: 'the count of counts is not that of all elements',
  std_mean: 'the deviation of deviations is not that of all elements',
  var_mean: 'the variance of variances is not that of all elements',
  std: 'the deviation of deviations is not that of all elements',
  var: 'the variance of variances is not that of all elements',
});

export const allAxisByAxis: Law = {
  id: 'reductions/all-axis-by-axis',
  title: 'reducing everything is reducing one axis after the other',
  clauses: ['reductions.C1', 'reductions.C2', 'sum.C1', 'max.C1', 'min.C1'],
  families: [ops],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc
        .tuple(ops.taking(dtype), shape({ minRank: 1, maxRank: 4, maxSize: 3, filled: true }), fc.boolean())
        .chain(([op, s, fromEnd]) =>
          wholesFor(op, dtype, s).map((part_0) => ({
            inputs: { part_0 },
            ops: [
              reduce(op, 'part_0', 'all'),
              ...s.map((_, k) => reduce(op, `part_${k}`, `part_${k + 1}`, { dim: fromEnd ? -1 : 0 })),
            ],
            observe: ['all', `part_${s.length}`],
            statement: (seen) => all({ all: inAnyOrder(op, seen[`part_${s.length}`]!) }),
          })),
        ),
    ),
};
