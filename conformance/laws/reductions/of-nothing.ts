import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { nested } from '../../arbitraries/tensor.ts';
import { both, chooses, not, reduces } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import type { Element } from '../../values/case.ts';
import { element } from '../../values/decimal.ts';
import { all, numbers } from '../claims.ts';
import { dtypeOfAlike } from '../dtype-of-alike.ts';
import { every } from '../family.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { axesFor, dimFor, optionsFor, reduce } from './along.ts';
import { setsOf } from './sets.ts';

/** What chooses has nothing to choose from: `largest-of-nothing-raises`. */
const ops = every(both(reduces, not(chooses)));

/** What the pages say. Of other ops, a vector without elements tells. */
const ofNone: Readonly<Record<string, Element>> = { sum: 0, mean: 'NaN', var: 'NaN', std: 'NaN', norm: 0 };

export const ofNothing: Law = {
  id: 'reductions/of-nothing',
  title: 'reducing an axis of size 0 gives 0 or NaN for each remaining index, reducing others no elements',
  clauses: ['reductions.C6', 'sum.C4', 'mean.C3', 'var.C3', 'norm.C4'],
  families: [ops],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(ops.any, shape({ minRank: 1, maxRank: 4, filled: true }), fc.nat()).chain(([op, filled, at]) => {
        const s = filled.with(at % filled.length, 0);
        return fc.tuple(axesFor(op, s), fc.boolean()).map(([dims, keepdim]) => {
          const { shape: left, members } = setsOf(s, dims, keepdim && 'keepdim' in pages[op]!.options);
          const told = ofNone[op] === undefined;
          return {
            inputs: {
              x: { dtype, shape: s, data: nested([], s) },
              ...(told && { none: { dtype, shape: [0], data: [] } }),
            },
            ops: [
              ...(told ? [reduce(op, 'none', 'due', optionsFor(op, {}))] : []),
              reduce(op, 'x', 'y', optionsFor(op, { dim: dimFor(op, dims), ...(keepdim ? { keepdim } : {}) })),
            ],
            mayRaise: told ? 1 : 0,
            observe: told ? ['due', 'y'] : ['y'],
            statement: ({ due }) => {
              const own = dtypeOfAlike(op, dtype);
              const [first] = numbers(due);
              const one = ofNone[op] ?? (own === 'bool' ? first !== 0 : element(first!, own));
              const data = nested(
                members.map(() => one),
                left,
              );
              return all({ y: { dtype: own, shape: left, data, tolerance: 'exact' } });
            },
          };
        });
      }),
    ),
};
