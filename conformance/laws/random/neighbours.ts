import fc from 'fast-check';
import type { Step } from '../../values/case.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { SAMPLE, twice } from './large-draw.ts';

/**
 * The sum of two independent numbers of the standard normal distribution is normal with the deviation √2: of those that
 * stand side by side, and of those that stand one row apart. What `sample.ts` says of false alarms and power holds here: of
 * two numbers whose correlation is 1/2, the deviation is a quarter off.
 */
export const neighbours: Law = {
  id: 'random/neighbours',
  title: 'numbers that are drawn one after the other, or far apart, know nothing of each other',
  clauses: ['randn.C1', 'random.C11'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc.boolean().map((beside) => {
        const ops = (out: string): readonly Step[] => [
          { op: 'randn', with: { size: beside ? [SAMPLE, 2] : [2, SAMPLE], dtype }, out: `${out}_all` },
          { op: 'sum', in: [`${out}_all`], with: { dim: beside ? 1 : 0 }, out },
        ];
        return twice({ ops, dtype, shape: [SAMPLE], distribution: { normal: { mean: 0, std: Math.SQRT2 } } });
      }),
    ),
};
