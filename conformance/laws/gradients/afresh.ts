import fc from 'fast-check';
import type { OpStep } from '../../values/case.ts';
import { together } from '../claims.ts';
import type { Law, Trial } from '../law.ts';
import { agrees, finest } from './precision.ts';
import { backward, twoChains } from './two-chains.ts';

/** The ways to forget a gradient. */
const resets: readonly (readonly OpStep[])[] = [
  [{ op: 'zero_', in: ['x.grad'] }],
  [{ op: 'zero_grad', in: ['optimizer'] }],
  [{ op: 'zero_grad', in: ['optimizer'], with: { set_to_none: true } }],
  [{ op: 'zero_grad', in: ['optimizer'], with: { set_to_none: false } }],
];

/** Nothing of the pass before is left. */
export const afresh: Law = {
  id: 'gradients/afresh',
  title: 'after zero_grad, backward gives what it gives a new leaf',
  clauses: ['zero_grad.C1', 'zero_grad.C3', 'autograd.C7'],
  trials: (lab) =>
    finest(lab, (precision) =>
      fc.tuple(twoChains(precision), fc.constantFrom(...resets)).map(
        ([{ f, g, apart, inputs }, reset]): Trial => ({
          inputs,
          ops: [
            ...(reset[0]!.op === 'zero_' ? [] : [made]),
            ...f.steps,
            backward(f.out, 'c'),
            ...reset,
            ...g.steps,
            backward(g.out, 'd'),
            ...apart.g.steps,
            backward(apart.g.out, 'd2'),
          ],
          observe: ['x.grad', 'xg.grad'],
          statement: (seen) => together({ 'x.grad': agrees(seen['xg.grad'], precision) }),
        }),
      ),
    ),
};

const made: OpStep = { op: 'optim.SGD', in: [['x']], with: { lr: 0.5 }, out: 'optimizer' };
