import type { Shape } from '../../../arbitraries/shape.ts';
import type { Literal } from '../../../values/case.ts';
import type { Recipe } from '../call.ts';
import type { Draft } from '../draft.ts';
import { drawOptions, scalar } from '../options.ts';

const arange: Recipe = (draft, page) => {
  const { dice } = draft;
  const float = dice.chance(0.3);
  const number = (n: number): Literal => (float && dice.chance(0.7) ? (n % 2 === 0 ? { float: n } : n + 0.5) : n);
  const step = dice.pick([1, 1, 2, -1]);
  const start = dice.int(-3, 3);
  const end = start + step * dice.int(0, 4);
  const others = drawOptions(draft, { page, shape: [] }, ['start', 'end', 'step', 'dtype']);
  const options: Record<string, Literal> = { end: number(end), ...others };
  const stepped = step !== 1 || dice.chance(0.2);
  // PyTorch has no overload that takes a step without a start.
  if (start !== 0 || stepped || dice.chance(0.3)) options.start = number(start);
  if (stepped) options.step = step;
  if (dice.chance(0.3)) options.dtype = draft.dtype('numbers')!;
  return { operands: [], options };
};

/** Nested lists of numbers. */
const tensor: Recipe = (draft, page) => {
  const { dice } = draft;
  const shape = draft.shape(0, 2);
  const bools = dice.chance(0.2);
  const part = (axis: number): Literal => {
    if (axis === shape.length) return bools ? dice.chance(0.5) : scalar(dice);
    return Array.from({ length: shape[axis]! }, () => part(axis + 1));
  };
  const seen: Shape = shape.includes(0) ? shape.slice(0, shape.indexOf(0) + 1) : shape;
  return { operands: [part(0)], options: drawOptions(draft, { page, shape }), shape: seen };
};

/** PyTorch has no overload without a dtype or a device. */
const to: Recipe = (draft, page) => {
  const x = draft.tensor();
  const dtype = draft.dtype('any');
  return (
    x && dtype && { operands: [x], options: { dtype, ...drawOptions(draft, { page, shape: x.shape }, ['dtype']) } }
  );
};

/** One element to read. */
const item: Recipe = (draft: Draft) => {
  const shape = draft.dice.pick<Shape>([[], [1], [1, 1]]);
  const x = draft.tensor({ shape });
  return x && { operands: [x], options: {} };
};

export const creation: Readonly<Record<string, Recipe>> = { arange, tensor, to, item };
