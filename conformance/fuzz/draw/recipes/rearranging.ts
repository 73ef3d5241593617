import type { Literal } from '../../../values/case.ts';
import type { Recipe } from '../call.ts';
import type { Known } from '../known.ts';
import { drawOptions } from '../options.ts';

const expand: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor();
  if (x === undefined) return undefined;
  const size = x.shape.map((n) => (n === 1 ? dice.int(1, 3) : dice.chance(0.2) ? -1 : n));
  const front = dice.chance(0.3) ? [dice.int(1, 2)] : [];
  return { operands: [x], options: { size: [...front, ...size] } };
};

const flatten: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor();
  if (x === undefined) return undefined;
  const rank = Math.max(1, x.shape.length);
  const [start, end] = [dice.int(0, rank - 1), dice.int(0, rank - 1)].sort((a, b) => a - b) as [number, number];
  const options: Record<string, Literal> = {};
  if (start > 0 || dice.chance(0.3)) options.start_dim = dice.chance(0.3) ? start - rank : start;
  if (dice.chance(0.6)) options.end_dim = dice.chance(0.3) ? end - rank : end;
  return { operands: [x], options };
};

/** Tensors that differ along one axis at most, of dtypes that mix. */
const cat: Recipe = (draft, page) => {
  const { dice } = draft;
  const first = draft.tensor({ minRank: 1 });
  if (first === undefined) return undefined;
  const options = drawOptions(draft, { page, shape: first.shape });
  const dim = (options.dim ?? options.axis ?? 0) as number;
  const axis = dim < 0 ? dim + first.shape.length : dim;
  const more = Array.from({ length: dice.weighted([1, 0], [4, 1], [2, 2]) }, (): Known | undefined => {
    const shape = dice.chance(0.5) ? first.shape.with(axis, dice.int(0, 2)) : first.shape;
    return draft.tensor({ shape, ...(dice.chance(0.7) && { dtype: first.dtype }) });
  });
  return { operands: [dice.shuffled([first, ...more.filter((one) => one !== undefined)])], options };
};

/** A number, or a 0-d tensor. */
const fill: Recipe = (draft) => {
  const { dice } = draft;
  const self = draft.tensor({ where: (one) => draft.isWritable(one), constant: draft.recording });
  const value = dice.chance(0.5) ? dice.int(-3, 3) : draft.tensor({ shape: [] });
  return self && value !== undefined ? { operands: [self, value], options: {} } : undefined;
};

export const rearranging: Readonly<Record<string, Recipe>> = { expand, flatten, cat, fill_: fill };
