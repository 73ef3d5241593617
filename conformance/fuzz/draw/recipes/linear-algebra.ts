import type { Shape } from '../../../arbitraries/shape.ts';
import type { Dtype, Literal } from '../../../values/case.ts';
import type { Operand, Recipe } from '../call.ts';
import type { Draft } from '../draft.ts';
import { takenBy } from '../dtypes.ts';
import { wantOf } from '../operands.ts';

const size = ({ dice }: Draft): number => dice.weighted([6, dice.int(1, 3)], [2, 1], [1, 0]);

/** Two operands of one dtype; the second one's shape follows from the first one's. */
const two =
  (
    left: (draft: Draft) => Shape,
    right: (draft: Draft, left: Shape) => Shape,
    minRank: number,
    maxRank: number,
  ): Recipe =>
  (draft, page) => {
    const takes = takenBy(page, page.operands[0]!.name);
    const old = draft.candidates({ takes, where: ({ shape }) => shape.length >= minRank && shape.length <= maxRank });
    const a =
      old.length > 0 && draft.dice.chance(0.6) ? draft.dice.pick(old) : draft.tensor({ takes, shape: left(draft) });
    if (a === undefined) return undefined;
    const b = draft.tensor({ shape: right(draft, a.shape), dtype: a.dtype });
    return b && { operands: [a, b], options: {} };
  };

const vector = (draft: Draft): Shape => [size(draft)];
const matrix = (draft: Draft): Shape => [size(draft), size(draft)];
const pile = (draft: Draft): Shape => [size(draft), size(draft), size(draft)];
const stack = (draft: Draft): Shape => draft.shape(1, 4);

/** For `matmul`: a vector, a matrix, or matrices whose other axes broadcast. */
const factor = (draft: Draft, left: Shape): Shape => {
  const inner = left.at(-1)!;
  if (draft.dice.chance(0.3)) return [inner];
  const batch = draft.dice.chance(0.5) ? [] : draft.narrower(left.slice(0, -2));
  return [...batch, inner, size(draft)];
};

const optional = (draft: Draft, shape: Shape, dtype: Dtype): Operand =>
  draft.dice.chance(0.5) ? draft.tensor({ shape, dtype })! : null;

const linear: Recipe = (draft, page) => {
  const x = draft.tensor({ takes: draft.dice.chance(0.8) ? 'floating' : takenBy(page, 'input'), minRank: 1 });
  if (x === undefined) return undefined;
  const out = draft.dice.chance(0.1) ? [] : [size(draft)];
  const w = draft.tensor({ shape: [...out, x.shape.at(-1)!], dtype: x.dtype })!;
  return { operands: [x, w, out.length === 0 ? null : optional(draft, out, x.dtype)], options: {} };
};

const conv2d: Recipe = (draft, page) => {
  const { dice } = draft;
  const groups = dice.chance(0.8) ? 1 : 2;
  const channels = groups * dice.int(1, 2);
  const dtype = draft.dtype(dice.chance(0.8) ? 'floating' : takenBy(page, 'input'));
  if (dtype === undefined) return undefined;
  const options: Record<string, Literal> = {};
  const pair = (low: number, high: number): number | readonly number[] =>
    dice.chance(0.5) ? dice.int(low, high) : [dice.int(low, high), dice.int(low, high)];
  if (dice.chance(0.4)) options.stride = pair(1, 2);
  if (dice.chance(0.4)) options.padding = pair(0, 1);
  else if (dice.chance(0.2)) options.padding = options.stride === undefined ? 'same' : 'valid';
  if (dice.chance(0.2)) options.dilation = pair(1, 2);
  if (groups > 1) options.groups = groups;
  const taps = [dice.int(1, 2), dice.int(1, 2)];
  const image = [dice.int(3, 4), dice.int(3, 4)];
  const batch = dice.chance(0.3) ? [] : [dice.int(1, 2)];
  const x = draft.tensor({ shape: [...batch, channels, ...image], dtype })!;
  const out = groups * dice.int(1, 2);
  const w = draft.tensor({ shape: [out, channels / groups, ...taps], dtype })!;
  return { operands: [x, w, optional(draft, [out], dtype)], options };
};

/** One slope, or one for each channel. */
const prelu: Recipe = (draft, page) => {
  const x = draft.tensor(wantOf(page, 'input'));
  if (x === undefined) return undefined;
  const channels = x.shape.length > 1 && draft.dice.chance(0.5) ? x.shape[1]! : 1;
  return { operands: [x, draft.tensor({ shape: [channels], dtype: x.dtype })!], options: {} };
};

export const linearAlgebra: Readonly<Record<string, Recipe>> = {
  dot: two(vector, (_, left) => left, 1, 1),
  vdot: two(vector, (_, left) => left, 1, 1),
  bmm: two(pile, (draft, left) => [left[0]!, left[2]!, size(draft)], 3, 3),
  mv: two(matrix, (_, left) => left.slice(1), 2, 2),
  mm: two(matrix, (draft, left) => [left[1]!, size(draft)], 2, 2),
  matmul: two(stack, factor, 1, 3),
  linear,
  conv2d,
  prelu,
};
