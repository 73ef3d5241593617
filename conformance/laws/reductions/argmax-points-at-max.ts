import fc from 'fast-check';
import { elementsOf, nested } from '../../arbitraries/tensor.ts';
import type { OpStep } from '../../values/case.ts';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { anyNumeric } from '../offered.ts';
import { oneOrAll } from './along.ts';
import { ties } from './special.ts';

/** The place of the first NaN, or else of the first of the best. */
const first = (values: readonly number[], sign: number): number => {
  const nan = values.findIndex(Number.isNaN);
  return nan >= 0 ? nan : values.indexOf(sign * Math.max(...values.map((v) => sign * v)));
};

/** `max` and `min` along an axis give the same places. */
export const argmaxPointsAtMax: Law = {
  id: 'reductions/argmax-points-at-max',
  title: 'argmax and argmin give the place of the first that is the largest or smallest',
  clauses: ['argmax.C1', 'argmax.C2', 'argmax.C3', 'argmin.C1', 'argmin.C2', 'argmin.C3', 'max.C2', 'min.C2'],
  trials: (lab) =>
    anyNumeric(lab, (dtype) =>
      fc.tuple(fc.constantFrom('max', 'min'), oneOrAll).chain(([op, { shape, options, sets }]) =>
        ties(dtype, shape).map((x) => {
          const own = elementsOf(x).map(Number);
          const places = sets.members.map((set) =>
            first(
              set.map((i) => own[i]!),
              op === 'max' ? 1 : -1,
            ),
          );
          const due = {
            dtype: 'int64',
            shape: sets.shape,
            data: nested(places, sets.shape),
            tolerance: 'exact',
          } as const;
          const pair: OpStep[] = 'dim' in options ? [{ op, in: ['x'], with: options, out: [null, 'indices'] }] : [];
          const names = ['places', ...pair.map(() => 'indices')];
          return {
            inputs: { x },
            ops: [{ op: `arg${op}`, in: ['x'], with: options, out: 'places' }, ...pair],
            observe: names,
            statement: () => all(Object.fromEntries(names.map((name) => [name, due]))),
          };
        }),
      ),
    ),
};
