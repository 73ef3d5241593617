import type { Law, Trial } from '../law.ts';
import { finest } from './precision.ts';
import { backward, partGradients, sumOfParts, twoChains } from './two-chains.ts';

/** One pass through both losses does what two passes do. */
export const sumOfLosses: Law = {
  id: 'gradients/sum-of-losses',
  title: 'the gradient of a sum of losses is the sum of their gradients',
  clauses: ['autograd.C5', 'autograd.C7', 'add.C5'],
  trials: (lab) =>
    finest(lab, (precision) =>
      twoChains(precision).map(
        ({ f, g, apart, inputs }): Trial => ({
          inputs,
          ops: [
            ...f.steps,
            ...g.steps,
            { op: 'sum', in: [f.out], out: 'l' },
            { op: 'mean', in: [g.out], out: 'm' },
            { op: 'add', in: ['l', 'm'], out: 'loss' },
            backward('loss'),
            ...apart.f.steps,
            ...apart.g.steps,
            { op: 'sum', in: [apart.f.out], out: 'l2' },
            { op: 'mean', in: [apart.g.out], out: 'm2' },
            backward('l2'),
            backward('m2'),
          ],
          observe: partGradients,
          statement: (seen) => sumOfParts(seen, precision),
        }),
      ),
    ),
};
