/** Of matrices: what lies on a diagonal, and on either side of it. */
import type { Literal } from '../../../values/case.ts';
import type { Recipe } from '../call.ts';

const triangle: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor({ minRank: 2 });
  return x && { operands: [x], options: dice.chance(0.6) ? { diagonal: dice.int(-3, 3) } : {} };
};

const diagonal: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor({ minRank: 2 });
  if (x === undefined) return undefined;
  const rank = x.shape.length;
  const options: Record<string, Literal> = {};
  if (dice.chance(0.5)) options.offset = dice.int(-3, 3);
  if (dice.chance(0.5)) {
    const [a, b] = dice.shuffled(x.shape.map((_, k) => (dice.chance(0.3) ? k - rank : k)));
    options.dim1 = a!;
    options.dim2 = b!;
  }
  return { operands: [x], options };
};

/** A diagonal far beyond the matrix PyTorch 1 refuses. */
const diag: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor({ minRank: 1, where: ({ shape }) => shape.length < 3 });
  if (x === undefined || x.shape.length > 2) return undefined;
  return { operands: [x], options: dice.chance(0.5) ? { diagonal: dice.int(-1, 1) } : {} };
};

export const diagonals: Readonly<Record<string, Recipe>> = { tril: triangle, triu: triangle, diagonal, diag };
