import { shape } from '../../arbitraries/shape.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideNumeric } from '../offered.ts';
import { axesOf, reduce } from './along.ts';

/** The last axis goes first, so that the numbers of the others stay. */
export const listIsOneByOne: Law = {
  id: 'reductions/list-is-one-by-one',
  title: 'a list of dims, in whatever order, is one dim after the other',
  clauses: ['reductions.C1', 'sum.C1'],
  trials: (lab) =>
    wideNumeric(lab, (dtype) =>
      shape({ minRank: 1, maxRank: 4, maxSize: 3 }).chain((s) =>
        axesOf(s).chain((dims) => {
          const inTurn = dims.map((d) => (d + s.length) % s.length).sort((a, b) => b - a);
          const due = `part_${inTurn.length}`;
          return whole(dtype, s).map((part_0) => ({
            inputs: { part_0 },
            ops: [
              ...inTurn.map((dim, k) => reduce('sum', `part_${k}`, `part_${k + 1}`, { dim })),
              reduce('sum', 'part_0', 'y', { dim: [...dims] }),
            ],
            observe: [due, 'y'],
            statement: (seen) => all({ y: same(seen[due]!) }),
          }));
        }),
      ),
    ),
};
