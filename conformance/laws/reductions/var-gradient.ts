import fc from 'fast-check';
import { distinct } from '../../arbitraries/whole.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { type Reduction, someAxes } from './along.ts';
import { gradientOf, type Rule } from './gradient.ts';
import { variance } from './variance.ts';

/** 2 (x − m) / (n − u), and for std that over twice its value. */
const rule =
  (op: string, unbiased: boolean): Rule =>
  (x, g) => {
    const mean = x.reduce((a, b) => a + b, 0) / x.length;
    const of = op === 'var' ? 2 : 1 / Math.sqrt(variance(x, unbiased));
    return x.map((v) => (g * of * (v - mean)) / (x.length - (unbiased ? 1 : 0)));
  };

const several = ({ sets }: Reduction): boolean => sets.members[0]!.length > 1;

/** Of different elements, so that no variance is 0. */
export const varGradient: Law = {
  id: 'reductions/var-gradient',
  title: 'the gradient of var, and of std over twice its value, is twice the deviation over n − 1, or n if biased',
  clauses: ['var.C6', 'std.C1', 'reductions.C8'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .tuple(fc.constantFrom('var', 'std'), fc.boolean(), someAxes.filter(several))
        .chain(([op, unbiased, reduction]) =>
          distinct(dtype, reduction.shape).chain((x) =>
            gradientOf(
              op,
              { ...reduction, options: { ...reduction.options, unbiased } },
              x,
              rule(op, unbiased),
              // Deviations up to 54 of which the mean is off by 54 · 2⁻²³; times g ≤ 6 and 2.
              { rtol: 1e-5, atol: 1e-4 },
            ),
          ),
        ),
    ),
};
