import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { chooses, takesSeveralAxes } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import { all } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideNumeric } from '../offered.ts';
import { wholesFor } from '../wholes.ts';
import { axesFor, reduce } from './along.ts';
import { inAnyOrder } from './in-any-order.ts';

const ops = every(takesSeveralAxes, {
  count_nonzero: 'the count of counts is not that of all elements',
  std_mean: 'the deviation of deviations is not that of all elements',
  var_mean: 'the variance of variances is not that of all elements',
  std: 'the deviation of deviations is not that of all elements',
  var: 'the variance of variances is not that of all elements',
});

/** The last axis goes first, so that the numbers of the others stay. */
export const listIsOneByOne: Law = {
  id: 'reductions/list-is-one-by-one',
  title: 'a list of dims, in whatever order, is one dim after the other',
  clauses: ['reductions.C1', 'sum.C1'],
  families: [ops],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      fc.tuple(ops.taking(dtype), shape({ minRank: 1, maxRank: 4, maxSize: 3 })).chain(([op, drawn]) => {
        // What chooses has nothing to choose from along an axis of no elements.
        const s = chooses(pages[op]!) ? drawn.map((n) => Math.max(1, n)) : drawn;
        return axesFor(op, s).chain((dims) => {
          const inTurn = dims.map((d) => (d + s.length) % s.length).sort((a, b) => b - a);
          const due = `part_${inTurn.length}`;
          return wholesFor(op, dtype, s).map((part_0) => ({
            inputs: { part_0 },
            ops: [
              ...inTurn.map((dim, k) => reduce(op, `part_${k}`, `part_${k + 1}`, { dim })),
              reduce(op, 'part_0', 'y', { dim: [...dims] }),
            ],
            observe: [due, 'y'],
            statement: (seen) => all({ y: inAnyOrder(op, seen[due]!) }),
          }));
        });
      }),
    ),
};
