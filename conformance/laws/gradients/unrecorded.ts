import type { Step } from '../../values/case.ts';
import { together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { agrees, finest } from './precision.ts';
import { backward, twoChains } from './two-chains.ts';

/** k·g(x) with k = f(x) under no_grad: the gradient is that of g alone, with the cotangent k·c. */
export const unrecorded: Law = {
  id: 'gradients/unrecorded',
  title: 'what is computed under no_grad is a constant: no gradient flows through it',
  clauses: ['autograd.C2'],
  trials: (lab) =>
    finest(lab, (precision) =>
      twoChains(precision, true).map(({ f, g, apart, inputs }): Trial => {
        const first: readonly Step[] = [{ no_grad: f.steps }];
        return {
          inputs,
          ops: [
            ...first,
            ...g.steps,
            { op: 'mul', in: [f.out, g.out], out: 'y' },
            backward('y', 'c'),
            ...apart.g.steps,
            { op: 'mul', in: [f.out, 'c2'], out: 'e' },
            backward(apart.g.out, 'e'),
          ],
          observe: ['x.grad', 'xg.grad'],
          statement: (seen) => together({ 'x.grad': agrees(seen['xg.grad'], precision) }),
        };
      }),
    ),
};
