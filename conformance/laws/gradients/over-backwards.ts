import type { Law, Trial } from '../law.ts';
import { finest } from './precision.ts';
import { backward, partGradients, sumOfParts, twoChains } from './two-chains.ts';

/** `.grad` is added to, never replaced. */
export const overBackwards: Law = {
  id: 'gradients/over-backwards',
  title: 'two backward passes leave the sum of their gradients',
  clauses: ['autograd.C7', 'backward.C3'],
  trials: (lab) =>
    finest(lab, (precision) =>
      twoChains(precision).map(
        ({ f, g, apart, inputs }): Trial => ({
          inputs,
          ops: [
            ...f.steps,
            backward(f.out, 'c'),
            ...g.steps,
            backward(g.out, 'd'),
            ...apart.f.steps,
            backward(apart.f.out, 'c2'),
            ...apart.g.steps,
            backward(apart.g.out, 'd2'),
          ],
          observe: partGradients,
          statement: (seen) => sumOfParts(seen, precision),
        }),
      ),
    ),
};
