import { whole } from '../../arbitraries/whole.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { someAxes } from './along.ts';
import { gradientOf } from './gradient.ts';

/** g times 1/n rounds twice, where g / n rounds once. */
export const meanGradient: Law = {
  id: 'reductions/mean-gradient',
  title: 'every element receives an equal share of the gradient of its mean',
  clauses: ['mean.C4', 'reductions.C8'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      someAxes.chain((reduction) =>
        whole(dtype, reduction.shape).chain((x) =>
          gradientOf('mean', reduction, x, (x, g) => x.map(() => g / x.length), { ulp: 2 }),
        ),
      ),
    ),
};
