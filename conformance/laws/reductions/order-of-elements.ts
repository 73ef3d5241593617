import fc from 'fast-check';
import { elementsOf, nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { reduce } from './along.ts';
import { closeMean } from './close-mean.ts';

const LONGEST = 20;

/** Long enough for the ends of blocks; of whole numbers, so that no order rounds. */
export const orderOfElements: Law = {
  id: 'reductions/order-of-elements',
  title: 'the order of the elements makes no difference to their sum, mean, largest and smallest',
  clauses: ['sum.C1', 'mean.C1', 'max.C1', 'min.C1'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(fc.constantFrom('sum', 'mean', 'max', 'min'), fc.integer({ min: 1, max: LONGEST })).chain(([op, n]) =>
        fc
          .tuple(
            whole(dtype, [n]),
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
              statement: ({ due }) => all({ y: same(due!, op === 'mean' ? closeMean : 'exact') }),
            };
          }),
      ),
    ),
};
