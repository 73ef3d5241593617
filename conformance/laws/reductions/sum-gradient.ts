import { whole } from '../../arbitraries/whole.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { someAxes } from './along.ts';
import { gradientOf } from './gradient.ts';

export const sumGradient: Law = {
  id: 'reductions/sum-gradient',
  title: 'every element receives the whole gradient of its sum, with or without keepdim',
  clauses: ['sum.C5', 'reductions.C8'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      someAxes.chain((reduction) =>
        whole(dtype, reduction.shape).chain((x) => gradientOf('sum', reduction, x, (x, g) => x.map(() => g), 'exact')),
      ),
    ),
};
