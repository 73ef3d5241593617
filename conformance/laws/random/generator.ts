import fc from 'fast-check';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { drawing, drawingOps, steps } from './drawing.ts';

export const generator: Law = {
  id: 'random/generator',
  title: 'a Generator has a stream of its own, that of its seed, and leaves the global one alone',
  clauses: ['Generator.C1', 'Generator.C3', 'manual_seed.C2', 'rand.C4', 'randn.C5', 'randperm.C4'],
  families: [drawingOps],
  trials: ({ floats }) =>
    floats.length === 0
      ? { lacks: 'a floating dtype' }
      : fc
          .record({
            seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
            own: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
            first: drawing(floats),
            aside: drawing(floats),
            next: drawing(floats),
          })
          .map(({ seed, own, first, aside, next }) => ({
            inputs: {},
            ops: [
              { op: 'manual_seed', with: { seed: own } },
              ...steps(aside, 'due_aside'),
              { op: 'manual_seed', with: { seed } },
              ...steps(first, 'first'),
              ...steps(next, 'due'),
              { op: 'manual_seed', with: { seed } },
              ...steps(first, 'again'),
              { op: 'Generator', out: 'g' },
              { op: 'manual_seed', in: ['g'], with: { seed: own } },
              ...steps(aside, 'drawn_aside', 'g'),
              ...steps(next, 'drawn'),
            ],
            observe: ['due', 'due_aside', 'drawn', 'drawn_aside'],
            statement: () => all({ drawn: { equals: 'due' }, drawn_aside: { equals: 'due_aside' } }),
          })),
};
