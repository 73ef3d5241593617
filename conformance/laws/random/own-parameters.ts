import fc from 'fast-check';
import type { Law } from '../law.ts';
import { twice } from './large-draw.ts';

/** Means and deviations that few binary digits hold, so that what is taken out again leaves the number that was drawn. */
const means = fc.constantFrom([0], [10.5], [-3, 0, 64], [1, -1, 0.5, 8]);
const deviations = fc.constantFrom([1], [3.5], [0.5, 8], [0.25, 1, 4, 2, 16]);
const ROWS = 6000;

/** What `large-draw.ts` says of false alarms and power holds here. */
export const ownParameters: Law = {
  id: 'random/own-parameters',
  title: 'normal of tensors gives each element its own mean and its own deviation',
  clauses: ['normal.C3', 'random.C11'],
  trials: ({ floats }) =>
    !floats.includes('float32')
      ? { lacks: 'dtype float32' }
      : fc.tuple(means, deviations).map(([mean, std]) => {
          const filled = (repeats: readonly number[]) => ({
            dtype: 'float32' as const,
            shape: [ROWS],
            data: Array.from({ length: ROWS }, (_, i) => repeats[i % repeats.length]!),
          });
          const trial = twice({
            ops: (out) => [
              { op: 'normal', in: ['mean', 'std'], out: `${out}_all` },
              { op: 'sub', in: [`${out}_all`, 'mean'], out: `${out}_moved` },
              { op: 'div', in: [`${out}_moved`, 'std'], out },
            ],
            dtype: 'float32',
            shape: [ROWS],
            distribution: { normal: { mean: 0, std: 1 } },
          });
          return { ...trial, inputs: { mean: filled(mean), std: filled(std) } };
        }),
};
