/** What is put in order, and looked up. Fresh inputs: whether two computed numbers are equal may be a matter of rounding. */
import { volume } from '../../../arbitraries/shape.ts';
import type { Recipe } from '../call.ts';

const sort: Recipe = (draft) => {
  const x = draft.tensor({ fresh: true });
  if (x === undefined) return undefined;
  const dim = draft.dice.chance(0.6) ? { dim: draft.axis(x.shape) } : {};
  const descending = draft.dice.chance(0.4) ? { descending: draft.dice.chance(0.7) } : {};
  return { operands: [x], options: { ...dim, ...descending, stable: true } };
};

/** Of unequal elements: which of several equal ones come is left open. */
const topk: Recipe = (draft) => {
  const { dice } = draft;
  const dtype = draft.dtype('numbers');
  if (dtype === undefined) return undefined;
  const shape = draft.shape();
  const n = volume(shape);
  if (n > 24) return undefined;
  const x = draft.given(shape, dtype, dice.shuffled(Array.from({ length: n }, (_, k) => k)), false);
  const dim = draft.axis(shape);
  const size = shape.at(dim) ?? 1;
  const k = dice.int(dice.chance(0.1) && shape.length > 0 ? 0 : Math.min(1, size), size);
  return { operands: [x], options: { k, dim, ...(dice.chance(0.4) && { largest: dice.chance(0.3) }) } };
};

const searchsorted: Recipe = (draft) => {
  const { dice } = draft;
  const dtype = draft.dtype('numbers');
  if (dtype === undefined) return undefined;
  const n = dice.int(0, 6);
  const numbers = Array.from({ length: n }, () => dice.int(0, 5)).sort((a, b) => a - b);
  const sequence = draft.given([n], dtype, numbers);
  const options = dice.chance(0.5) ? { right: dice.chance(0.6) } : {};
  const value = dice.chance(0.2) ? dice.int(-1, 6) : draft.tensor({ dtype, fresh: true, constant: true });
  return value === undefined ? undefined : { operands: [sequence, value], options };
};

const isin: Recipe = (draft) => {
  const { dice } = draft;
  const dtype = draft.dtype('numbers');
  if (dtype === undefined) return undefined;
  const shape = draft.shape();
  const few = (count: number): number[] => Array.from({ length: count }, () => dice.int(0, 5));
  const x = draft.given(shape, dtype, few(volume(shape)));
  const count = dice.int(0, 4);
  const others = dice.chance(0.2) ? dice.int(0, 5) : draft.given([count], dtype, few(count));
  return { operands: [x, others], options: dice.chance(0.4) ? { invert: dice.chance(0.7) } : {} };
};

export const ordering: Readonly<Record<string, Recipe>> = { sort, argsort: sort, topk, searchsorted, isin };
