import fc from 'fast-check';
import { nested } from '../../arbitraries/tensor.ts';
import type { Expected } from '../../values/case.ts';
import type { Law } from '../law.ts';

const LEAST = 1200;

/**
 * A dataset of one tensor twice: the two columns of a batch are the same, whatever the order. A trial has a sample of 1,200 rows or
 * more and fails with a probability of 1e-6 for a right loader; what the chapter says of permutations is found.
 */
export const pairs: Law = {
  id: 'random/pairs',
  title: 'a shuffled pass gives each row once, in any order, a new one each time, and rows stay with their targets',
  clauses: ['data.DataLoader.C1', 'data.DataLoader.C3', 'random.C14'],
  trials: ({ floats }) =>
    !floats.includes('float32')
      ? { lacks: 'dtype float32' }
      : fc.tuple(fc.constantFrom(10, 20, 60), fc.constantFrom(1, 2, 5)).map(([rows, batches]) => {
          const passes = LEAST / rows;
          const shape = [passes * batches, rows / batches];
          const expected: Expected = {
            names: { inputs: { shape }, targets: { equals: 'inputs' } },
            either: [
              { names: { inputs: { shape, distribution: { permutations: { of: rows } } } } },
              { names: { again: { shape, distribution: { permutations: { of: rows } } } } },
            ],
          };
          const pass = (input: string, target: string) => ({
            repeat: passes,
            ops: [
              {
                for: ['a', 'b'],
                of: 'loader',
                ops: [
                  { op: 'record', in: ['a'], out: input },
                  { op: 'record', in: ['b'], out: target },
                ],
              },
            ],
          });
          return {
            inputs: {
              x: {
                dtype: 'float32',
                shape: [rows],
                data: nested(
                  Array.from({ length: rows }, (_, i) => i),
                  [rows],
                ),
              },
            },
            ops: [
              { op: 'data.TensorDataset', in: ['x', 'x'], out: 'set' },
              {
                op: 'data.DataLoader',
                in: ['set'],
                with: { batch_size: rows / batches, shuffle: true },
                out: 'loader',
              },
              pass('inputs', 'targets'),
              pass('again', 'targets_again'),
            ],
            observe: ['inputs', 'targets', 'again'],
            statement: () => expected,
          };
        }),
};
