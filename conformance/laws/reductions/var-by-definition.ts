import fc from 'fast-check';
import { elementsOf, nested } from '../../arbitraries/tensor.ts';
import { whole } from '../../arbitraries/whole.ts';
import { element } from '../../values/decimal.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { reduce, someAxes } from './along.ts';
import { variance } from './variance.ts';

/**
 * Which of both is the default, a library may choose. Also far from 0, where squares that are summed first lose the
 * digits: 4096² + 36 is rounded to even numbers.
 */
export const varByDefinition: Law = {
  id: 'reductions/var-by-definition',
  title: 'the variance is the sum of the squared deviations over n − 1, or over n if it is biased',
  clauses: ['var.C1', 'var.C2', 'var.C3', 'var.C5'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(someAxes, fc.boolean(), fc.constantFrom(0, 4096)).chain(([{ shape, options, sets }, unbiased, offset]) =>
        whole(dtype, shape, { low: offset - 6, high: offset + 6 }).map((x) => {
          const own = elementsOf(x).map(Number);
          const due = sets.members.map((set) =>
            variance(
              set.map((i) => own[i]!),
              unbiased,
            ),
          );
          const data = nested(
            due.map((v) => element(v, dtype)),
            sets.shape,
          );
          return {
            inputs: { x },
            ops: [reduce('var', 'x', 'y', { ...options, unbiased })],
            observe: ['y'],
            // A mean at 4096 may be 27 · 2.4e-4 off, its square 4e-5; the least variance but 0 is 0.036.
            statement: () => all({ y: { dtype, shape: sets.shape, data, tolerance: { rtol: 1e-5, atol: 1e-4 } } }),
          };
        }),
      ),
    ),
};
