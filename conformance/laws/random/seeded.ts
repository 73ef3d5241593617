import fc from 'fast-check';
import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { drawing, drawingOps, steps } from './drawing.ts';

const seed = fc.integer({ min: 0, max: 2 ** 31 - 1 });

/** What was drawn before a seed leaves no trace, and 16 numbers of two streams are not the same by chance. */
export const seeded: Law = {
  id: 'random/seeded',
  title: 'the same seed gives the same numbers, whatever was drawn before, and another seed others',
  clauses: ['manual_seed.C1', 'manual_seed.C2', 'manual_seed.C4'],
  families: [drawingOps],
  trials: ({ floats }) =>
    floats.length === 0
      ? { lacks: 'a floating dtype' }
      : fc
          .record({
            seed,
            other: seed,
            before: fc.array(drawing(floats), { maxLength: 2 }),
            after: fc.array(drawing(floats), { minLength: 1, maxLength: 3 }),
            dtype: fc.constantFrom(...floats),
          })
          .filter(({ seed, other }) => seed !== other)
          .map(({ seed, other, before, after, dtype }) => {
            const draws = (name: string) => after.flatMap((one, i) => steps(one, `${name}${i}`));
            const names = after.map((_, i) => `${i}`);
            return {
              inputs: {},
              ops: [
                { op: 'manual_seed', with: { seed } },
                ...draws('a'),
                ...before.flatMap((one, i) => steps(one, `before${i}`)),
                { op: 'manual_seed', with: { seed: other } },
                { op: 'rand', with: { size: [16], dtype }, out: 'others' },
                { op: 'manual_seed', with: { seed } },
                ...draws('b'),
                { op: 'manual_seed', with: { seed } },
                { op: 'rand', with: { size: [16], dtype }, out: 'own' },
              ],
              observe: [...names.map((i) => `a${i}`), ...names.map((i) => `b${i}`), 'own', 'others'],
              statement: () =>
                all({
                  ...Object.fromEntries(names.map((i) => [`b${i}`, { equals: `a${i}` }])),
                  own: { differs: 'others' },
                }),
            };
          }),
};
