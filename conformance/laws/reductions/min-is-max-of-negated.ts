import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyFloat } from '../offered.ts';
import { withAxis } from './along.ts';
import { specialNumbers } from './special.ts';

export const minIsMaxOfNegated: Law = {
  id: 'reductions/min-is-max-of-negated',
  title: 'min is the negated max of the negated elements, at the same place',
  clauses: ['min.C1', 'min.C2', 'min.C3', 'argmin.C1', 'neg.C1'],
  trials: (lab) =>
    anyFloat(lab, (dtype) =>
      withAxis().chain(([s, dim]) =>
        specialNumbers(dtype, s).map((x) => ({
          inputs: { x },
          ops: [
            { op: 'neg', in: ['x'], out: 'negated' },
            { op: 'max', in: ['negated'], with: { dim }, out: ['largest', 'place'] },
            { op: 'neg', in: ['largest'], out: 'due' },
            { op: 'min', in: ['x'], with: { dim }, out: ['smallest', 'index'] },
            { op: 'argmin', in: ['x'], with: { dim }, out: 'arg' },
          ],
          observe: ['due', 'place', 'smallest', 'index', 'arg'],
          statement: ({ due, place }) => all({ smallest: same(due!), index: same(place!), arg: same(place!) }),
        })),
      ),
    ),
};
