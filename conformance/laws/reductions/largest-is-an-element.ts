import fc from 'fast-check';
import { elementsOf, nested } from '../../arbitraries/tensor.ts';
import { element } from '../../values/decimal.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyNumeric } from '../offered.ts';
import { oneOrAll, reduce } from './along.ts';
import { specialNumbers, ties } from './special.ts';

const better: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  max: (a, b) => a > b,
  min: (a, b) => a < b,
};

export const largestIsAnElement: Law = {
  id: 'reductions/largest-is-an-element',
  title: 'max is an element that no other exceeds, min one that no other falls below, and NaN is both',
  clauses: ['max.C1', 'max.C3', 'min.C1', 'min.C3', 'reductions.C7'],
  trials: (lab) =>
    anyNumeric(lab, (dtype) =>
      fc.tuple(fc.constantFrom('max', 'min'), oneOrAll).chain(([op, { shape, options, sets }]) =>
        fc.oneof(specialNumbers(dtype, shape), ties(dtype, shape)).map((x) => {
          const own = elementsOf(x);
          const best = sets.members.map((set) =>
            set
              .map((i) => own[i]!)
              .reduce((a, b) => (Number.isNaN(b) || better[op]!(b as number, a as number) ? b : a)),
          );
          const data = nested(
            best.map((v) => element(v, dtype)),
            sets.shape,
          );
          return {
            inputs: { x },
            ops: [reduce(op, 'x', 'y', options)],
            observe: ['y'],
            statement: () => all({ y: { dtype, shape: sets.shape, data, tolerance: 'exact' } }),
          };
        }),
      ),
    ),
};
