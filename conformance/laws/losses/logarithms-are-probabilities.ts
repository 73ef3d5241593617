import fc from 'fast-check';
import { shape } from '../../arbitraries/shape.ts';
import { tensor } from '../../arbitraries/tensor.ts';
import { all, same } from '../claims.ts';
import type { Law } from '../law.ts';
import { wideFloat } from '../offered.ts';
import { near } from './near.ts';

const logarithms = { low: -2, high: 1 };

export const logarithmsAreProbabilities: Law = {
  id: 'losses/logarithms-are-probabilities',
  title: 'the divergence from logarithms of a target is that from the target, however it is reduced',
  clauses: ['kl_div.C1', 'kl_div.C2'],
  trials: (lab) =>
    wideFloat(lab, (dtype) =>
      fc
        .tuple(shape({ minRank: 1, maxRank: 3, filled: true }), fc.constantFrom('none', 'sum', 'mean', 'batchmean'))
        .chain(([sizes, reduction]) =>
          fc
            .record({ x: tensor(dtype, sizes, logarithms), target: tensor(dtype, sizes, logarithms) })
            .map((inputs) => ({
              inputs,
              ops: [
                { op: 'exp', in: ['target'], out: 'p' },
                { op: 'kl_div', in: ['x', 'target'], with: { log_target: true, reduction }, out: 'of_logarithms' },
                { op: 'kl_div', in: ['x', 'p'], with: { reduction: 'none' }, out: 'each' },
                ...(reduction === 'none' ? [] : [{ op: 'sum', in: ['each'], out: 'total' }]),
                {
                  op: 'div',
                  in: [reduction === 'none' ? 'each' : 'total', divisor(reduction, sizes)],
                  out: 'due',
                },
              ],
              observe: ['of_logarithms', 'due'],
              // Terms of both signs cancel: what is left is as near as they are, not as it is itself.
              statement: ({ due }) =>
                all({
                  of_logarithms: same(due!, reduction === 'none' ? near(dtype) : { abs: 1e-4, why: 'they cancel' }),
                }),
            })),
        ),
    ),
};

const divisor = (reduction: string, sizes: readonly number[]): number => {
  if (reduction === 'mean') return sizes.reduce((n, size) => n * size, 1);
  return reduction === 'batchmean' ? sizes[0]! : 1;
};
