/** The same elements in other places, and those of a part of a tensor. */
import type { Literal } from '../../../values/case.ts';
import type { Recipe } from '../call.ts';
import type { Dice } from '../dice.ts';

/** Some of the axes, each from either end. */
const axes = (dice: Dice, rank: number, count: number): number[] =>
  dice
    .shuffled(Array.from({ length: rank }, (_, k) => k))
    .slice(0, count)
    .map((k) => (dice.chance(0.3) ? k - rank : k));

const flip: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor();
  return x && { operands: [x], options: { dims: axes(dice, x.shape.length, dice.int(0, x.shape.length)) } };
};

const roll: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor();
  if (x === undefined) return undefined;
  const shift = (): number => dice.int(-4, 5);
  if (x.shape.length === 0 || dice.chance(0.3)) return { operands: [x], options: { shifts: shift() } };
  const dims = axes(dice, x.shape.length, dice.int(1, x.shape.length));
  if (dims.length === 1 && dice.chance(0.5)) return { operands: [x], options: { shifts: shift(), dims: dims[0]! } };
  return { operands: [x], options: { shifts: dims.map(shift), dims } };
};

const rot90: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor({ minRank: 2 });
  if (x === undefined) return undefined;
  const options: Record<string, Literal> = {};
  if (dice.chance(0.7)) options.k = dice.int(-5, 5);
  if (dice.chance(0.7)) options.dims = axes(dice, x.shape.length, 2);
  return { operands: [x], options };
};

const movedim: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor();
  if (x === undefined) return undefined;
  const rank = x.shape.length;
  const count = dice.int(0, rank);
  const [source, destination] = [axes(dice, rank, count), axes(dice, rank, count)];
  const single = count === 1 && dice.chance(0.7);
  return {
    operands: [x],
    options: single ? { source: source[0]!, destination: destination[0]! } : { source, destination },
  };
};

const select: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor({ minRank: 1, where: ({ shape }) => !shape.includes(0) });
  if (x === undefined || x.shape.includes(0)) return undefined;
  const dim = draft.axis(x.shape);
  const n = x.shape.at(dim)!;
  return { operands: [x], options: { dim, index: dice.int(-n, n - 1) } };
};

const narrow: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor({ minRank: 1 });
  if (x === undefined) return undefined;
  const dim = draft.axis(x.shape);
  const n = x.shape.at(dim)!;
  const start = dice.int(0, n);
  const length = dice.int(0, n - start);
  return { operands: [x], options: { dim, start: dice.chance(0.3) && start < n ? start - n : start, length } };
};

export const moving: Readonly<Record<string, Recipe>> = { flip, roll, rot90, movedim, select, narrow };
