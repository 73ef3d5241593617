import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { near } from './near.ts';

export const logitsAreProbabilities: Law = {
  id: 'losses/logits-are-probabilities',
  title: 'the cross-entropy of logits is that of the probabilities which they stand for, however it is reduced',
  clauses: ['binary_cross_entropy_with_logits.C1', 'binary_cross_entropy_with_logits.C2'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .tuple(shape({ maxRank: 3, filled: true }), fc.constantFrom('none', 'sum', 'mean'))
        .chain(([sizes, reduction]) =>
          fc
            .record({
              x: tensor(dtype, sizes, { low: -4, high: 4 }),
              target: tensor(dtype, sizes, { low: 0, high: 1 }),
            })
            .map((inputs) => ({
              inputs,
              ops: [
                {
                  op: 'binary_cross_entropy_with_logits',
                  in: ['x', 'target'],
                  with: { reduction },
                  out: 'of_logits',
                },
                { op: 'sigmoid', in: ['x'], out: 'p' },
                { op: 'binary_cross_entropy', in: ['p', 'target'], with: { reduction }, out: 'due' },
              ],
              observe: ['of_logits', 'due'],
              statement: ({ due }) => all({ of_logits: same(due!, near(dtype)) }),
            })),
        ),
    ),
};
