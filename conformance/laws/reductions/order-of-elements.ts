import fc from 'fast-check';
import { elementsOf, nested } from '../../arbitraries/tensor.ts';
import { both, givesPlaces, not, reduces } from '../../pages/families.ts';
import { all } from '../claims.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { wholesFor } from '../wholes.ts';
import { reduce } from './along.ts';
import { inAnyOrder } from './in-any-order.ts';

const LONGEST = 20;

const ops = every(both(reduces, not(givesPlaces)));

/** Long enough for the ends of blocks; of whole numbers, so that no order rounds sums. */
export const orderOfElements: Law = {
  id: 'reductions/order-of-elements',
  title: 'the order of the elements makes no difference to their sum, their mean, or what else is made of all of them',
  clauses: ['sum.C1', 'mean.C1', 'max.C1', 'min.C1'],
  families: [ops],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(ops.any, fc.integer({ min: 1, max: LONGEST })).chain(([op, n]) =>
        fc
          .tuple(
            wholesFor(op, dtype, [n]),
            fc.shuffledSubarray(
              Array.from({ length: n }, (_, i) => i),
              { minLength: n },
            ),
          )
          .map(([x, order]) => {
            const own = elementsOf(x).map(Number);
            const shuffled = nested(
              order.map((i) => own[i]!),
              [n],
            );
            return {
              inputs: { x, shuffled: { ...x, data: shuffled } },
              ops: [reduce(op, 'x', 'due'), reduce(op, 'shuffled', 'y')],
              observe: ['due', 'y'],
              statement: ({ due }) => all({ y: inAnyOrder(op, due!) }),
            };
          }),
      ),
    ),
};
