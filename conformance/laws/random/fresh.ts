import { all } from '../claims.ts';
import type { Law } from '../law.ts';
import { drawing, drawingOps, many, steps } from './drawing.ts';

/** 64 numbers of which each is one of two are the same by chance once in 10¹⁹ trials. */
export const fresh: Law = {
  id: 'random/fresh',
  title: 'each draw gives other numbers than the one before',
  clauses: ['random.C11', 'random.C14'],
  families: [drawingOps],
  trials: ({ floats }) =>
    floats.length === 0
      ? { lacks: 'a floating dtype' }
      : drawing(floats, many).map((one) => ({
          inputs: {},
          ops: [...steps(one, 'first'), ...steps(one, 'second')],
          observe: ['first', 'second'],
          statement: () => all({ second: { differs: 'first' } }),
        })),
};
