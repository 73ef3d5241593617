import fc from 'fast-check';
import { tensor } from '../../arbitraries/tensor.ts';
import type { Expectation } from '../../values/case.ts';
import { all, numbers, tensorOf, valued } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { reduce, someAxes } from './along.ts';

/** Over n − 1 what is over n, and the other way round; of a single element one is NaN and the other 0. */
const unbiased = (v: number, n: number): number => (n === 1 ? Number.NaN : (v * n) / (n - 1));
const biased = (v: number, n: number): number => (n === 1 ? 0 : (v * (n - 1)) / n);

/** Where nothing tells which of both is asked for, each op may have its own default. */
export const stdSquaredIsVar: Law = {
  id: 'reductions/std-squared-is-var',
  title: 'the standard deviation is the root of the variance',
  clauses: ['std.C1', 'std.C2', 'var.C1'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .tuple(someAxes, fc.constantFrom({}, { unbiased: false }, { unbiased: true }))
        .chain(([{ shape, options, sets }, choice]) =>
          tensor(dtype, shape).map((x) => ({
            inputs: { x },
            ops: [
              reduce('var', 'x', 'var', { ...options, ...choice }),
              reduce('std', 'x', 'std', { ...options, ...choice }),
            ],
            observe: ['var', 'std'],
            statement: (seen) => {
              const squared = tensorOf(seen.var);
              if (squared === undefined) return undefined;
              const rootOf = (change: (v: number, n: number) => number): Expectation => {
                const due = numbers(squared).map((v, i) => Math.sqrt(change(v, sets.members[i]!.length)));
                return valued(squared, due, { ulp: 2 });
              };
              const itself = rootOf((v) => v);
              if ('unbiased' in choice) return all({ std: itself });
              return all({ std: { either: [itself, rootOf(unbiased), rootOf(biased)] } });
            },
          })),
        ),
    ),
};
