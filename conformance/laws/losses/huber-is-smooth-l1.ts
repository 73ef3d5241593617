import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import type { Literal } from '../../values/case.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { near } from './near.ts';

export const huberIsSmoothL1: Law = {
  id: 'losses/huber-is-smooth-l1',
  title: 'the loss of Huber is delta times the smooth L1 loss with that beta, however it is reduced',
  clauses: ['huber_loss.C1', 'huber_loss.C2'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .tuple(
          shape({ maxRank: 3, filled: true }),
          fc.constantFrom<Literal>(0.5, { float: 1 }, { float: 2 }, 2.5),
          fc.constantFrom('none', 'sum', 'mean'),
        )
        .chain(([sizes, delta, reduction]) =>
          fc.record({ x: tensor(dtype, sizes), target: tensor(dtype, sizes) }).map((inputs) => ({
            inputs,
            ops: [
              { op: 'huber_loss', in: ['x', 'target'], with: { delta: delta, reduction }, out: 'huber' },
              { op: 'smooth_l1_loss', in: ['x', 'target'], with: { beta: delta, reduction }, out: 'l' },
              { op: 'mul', in: ['l', delta], out: 'scaled' },
            ],
            observe: ['huber', 'scaled'],
            statement: ({ scaled }) => all({ huber: same(scaled!, near(dtype)) }),
          })),
        ),
    ),
};
