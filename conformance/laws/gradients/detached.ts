import type { OpStep } from '../../values/case.ts';
import { together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { agrees, finest } from './precision.ts';
import { backward, twoChains } from './two-chains.ts';

/** k·g(x) with k = f(x) detached: the gradient is that of g alone, with the cotangent k·c. */
export const detached: Law = {
  id: 'gradients/detached',
  title: 'what is detached is a constant: no gradient flows through it',
  clauses: ['autograd.C3', 'detach.C1'],
  trials: (lab) =>
    finest(lab, (precision) =>
      twoChains(precision, true).map(({ f, g, apart, inputs }): Trial => {
        const first: readonly OpStep[] = [...f.steps, { op: 'detach', in: [f.out], out: 'k' }];
        return {
          inputs,
          ops: [
            ...first,
            ...g.steps,
            { op: 'mul', in: ['k', g.out], out: 'y' },
            backward('y', 'c'),
            ...apart.g.steps,
            { op: 'mul', in: ['k', 'c2'], out: 'e' },
            backward(apart.g.out, 'e'),
          ],
          observe: ['x.grad', 'xg.grad'],
          statement: (seen) => together({ 'x.grad': agrees(seen['xg.grad'], precision) }),
        };
      }),
    ),
};
