import fc from 'fast-check';
import { distinct } from '../../arbitraries/whole.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { oneOrAll } from './along.ts';
import { gradientOf } from './gradient.ts';

/** Without ties, which are the conventions' matter. */
export const maxGradient: Law = {
  id: 'reductions/max-gradient',
  title: 'the only largest or smallest element receives the whole gradient, the others 0',
  clauses: ['max.C6', 'min.C6', 'reductions.C8'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.tuple(fc.constantFrom('max', 'min'), oneOrAll).chain(([op, reduction]) =>
        distinct(dtype, reduction.shape).chain((x) =>
          gradientOf(
            op,
            reduction,
            x,
            (x, g) => {
              const best = op === 'max' ? Math.max(...x) : Math.min(...x);
              return x.map((v) => (v === best ? g : 0));
            },
            // Not exact: a library may leave −0 where nothing is passed.
            { ulp: 1 },
          ),
        ),
      ),
    ),
};
