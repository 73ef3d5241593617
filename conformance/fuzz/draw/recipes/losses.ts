import { volume } from '../../../arbitraries/shape.ts';
import type { Recipe } from '../call.ts';
import type { Known } from '../known.ts';
import { wantOf } from '../operands.ts';
import { drawOptions } from '../options.ts';

/** Scores for classes along axis 1 (or 0, without a batch), a class for each, and now and then weights of the classes. */
const classes: Recipe = (draft, page) => {
  const { dice } = draft;
  if (!draft.mood.places) return undefined;
  const some = ({ shape }: Known): boolean => shape[shape.length > 1 ? 1 : 0]! > 0;
  const x = draft.tensor({ ...wantOf(page, 'input'), minRank: 1, where: some });
  if (x === undefined) return undefined;
  const batched = x.shape.length > 1;
  const count = x.shape[batched ? 1 : 0]!;
  if (count === 0) return undefined;
  const shape = batched ? x.shape.toSpliced(1, 1) : [];
  const target = draft.places(
    shape,
    Array.from({ length: volume(shape) }, () => dice.int(0, count - 1)),
  );
  const ofClasses = { ...wantOf(page, 'weight'), shape: [count], dtype: x.dtype, fresh: true };
  const weight = dice.chance(0.3) ? draft.tensor(ofClasses)! : null;
  return { operands: [x, target, weight], options: drawOptions(draft, { page, shape: x.shape }) };
};

/** Probabilities, each with a target between 0 and 1, all of one shape. */
const probabilities: Recipe = (draft, page) => {
  const x = draft.tensor({ ...wantOf(page, 'input'), fresh: true, plain: true });
  if (x === undefined) return undefined;
  const same = { shape: x.shape, dtype: x.dtype, fresh: true, plain: true, constant: true };
  const y = draft.tensor({ ...wantOf(page, 'target'), ...same })!;
  const w = draft.dice.chance(0.3) ? draft.tensor({ ...wantOf(page, 'weight'), ...same })! : null;
  return { operands: [x, y, w], options: drawOptions(draft, { page, shape: x.shape }) };
};

export const losses: Readonly<Record<string, Recipe>> = {
  cross_entropy: classes,
  nll_loss: classes,
  binary_cross_entropy: probabilities,
};
