import type { Recipe } from '../call.ts';
import { wantOf } from '../operands.ts';

/** Of an axis that has two halves. */
const glu: Recipe = (draft, page) => {
  const even = (n: number): boolean => n % 2 === 0;
  const x = draft.tensor({ ...wantOf(page, 'input'), minRank: 1, where: ({ shape }) => shape.some(even) });
  if (x === undefined) return undefined;
  const axes = x.shape.flatMap((n, k) => (even(n) ? [k, k - x.shape.length] : []));
  if (axes.length === 0) return undefined;
  const dim = draft.dice.pick(axes);
  return { operands: [x], options: dim === -1 && draft.dice.chance(0.5) ? {} : { dim } };
};

export const activations: Readonly<Record<string, Recipe>> = { glu };
