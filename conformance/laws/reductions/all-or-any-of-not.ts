import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyDtype } from '../offered.ts';
import { reduce, someAxes } from './along.ts';

export const allOrAnyOfNot: Law = {
  id: 'reductions/all-or-any-of-not',
  title: 'all elements are true, or some is not, and never both',
  clauses: ['all.C1', 'any.C1'],
  trials: (lab) =>
    anyDtype(lab, (dtype) =>
      fc.tuple(someAxes, fc.boolean()).chain(([{ shape, options }, asksAll]) =>
        tensor(dtype, shape, { special: true }).map((x) => ({
          inputs: { x },
          ops: [
            { op: 'ne', in: ['x', 0], out: 'is' },
            { op: 'eq', in: ['x', 0], out: 'isnt' },
            reduce(asksAll ? 'all' : 'any', 'is', 'here', options),
            reduce(asksAll ? 'any' : 'all', 'isnt', 'there', options),
            reduce(asksAll ? 'all' : 'any', 'x', 'itself', options),
            { op: 'eq', in: ['there', false], out: 'due' },
            { op: 'ne', in: ['itself', 0], out: 'truth' },
          ],
          observe: ['here', 'truth', 'due'],
          statement: ({ due }) => all({ here: same(due!), truth: same(due!) }),
        })),
      ),
    ),
};
