import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, numbers, tensorOf, valued } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { reduce, someAxes } from './along.ts';

export const stdSquaredIsVar: Law = {
  id: 'reductions/std-squared-is-var',
  title: 'the standard deviation is the root of the variance',
  clauses: ['std.C1', 'std.C2', 'var.C1'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .tuple(someAxes, fc.constantFrom({}, { unbiased: false }, { unbiased: true }))
        .chain(([{ shape, options }, choice]) =>
          tensor(dtype, shape).map((x) => ({
            inputs: { x },
            ops: [
              reduce('var', 'x', 'var', { ...options, ...choice }),
              reduce('std', 'x', 'std', { ...options, ...choice }),
            ],
            observe: ['var', 'std'],
            statement: (seen) => {
              const squared = tensorOf(seen.var);
              return squared && all({ std: valued(squared, numbers(squared).map(Math.sqrt), { ulp: 2 }) });
            },
          })),
        ),
    ),
};
