/** torch.linalg. Matrices that are factored have to be far from those that cannot be: where rounding decides, nobody is wrong. */
import { type Shape, volume } from '../../../arbitraries/shape.ts';
import type { Dtype } from '../../../values/case.ts';
import type { Recipe } from '../call.ts';
import type { Dice } from '../dice.ts';
import type { Draft } from '../draft.ts';
import type { Known } from '../known.ts';

const LARGEST = 3;
const EIGHTHS = 8;

const size = (dice: Dice): number => dice.weighted([6, dice.int(1, LARGEST)], [1, 0]);
const batch = (dice: Dice): Shape => dice.weighted([4, []], [2, [dice.int(1, 2)]], [1, [2, 1]]);

/** Square matrices whose diagonal outweighs what stands beside it; symmetric ones are positive-definite. */
const factorable = (draft: Draft, dtype: Dtype, n: number, symmetric = false, before = batch(draft.dice)): Known => {
  const { dice } = draft;
  const matrix = (): readonly number[] => {
    const cells = Array.from({ length: n * n }, () => dice.int(-EIGHTHS, EIGHTHS) / EIGHTHS);
    return cells.map((cell, at) => {
      const [i, j] = [Math.floor(at / n), at % n];
      if (i === j) return LARGEST + Math.abs(cell);
      return symmetric && i > j ? cells[j * n + i]! : cell;
    });
  };
  const data = Array.from({ length: volume(before) }, matrix).flat();
  return draft.given([...before, n, n], dtype, data, false);
};

const square: Recipe = (draft) => {
  const dtype = draft.dtype('lapack');
  return dtype && { operands: [factorable(draft, dtype, size(draft.dice))], options: {} };
};

const cholesky: Recipe = (draft) => {
  const dtype = draft.dtype('lapack');
  if (dtype === undefined) return undefined;
  const options = draft.dice.chance(0.4) ? { upper: draft.dice.chance(0.7) } : {};
  return { operands: [factorable(draft, dtype, size(draft.dice), true)], options };
};

const solve: Recipe = (draft) => {
  const { dice } = draft;
  const dtype = draft.dtype('lapack');
  if (dtype === undefined) return undefined;
  const n = size(dice);
  const before = batch(dice);
  const a = factorable(draft, dtype, n, false, before);
  const left = dice.chance(0.75);
  const m = dice.int(0, LARGEST);
  const vectors: readonly Shape[] = left ? [[n], [...before, n]] : [];
  const matrix = left ? [n, m] : [m, n];
  const shape = dice.pick([...vectors, matrix, [...before, ...matrix], [2, ...before.map(() => 1), ...matrix]]);
  const b = draft.tensor({ shape, dtype });
  return b && { operands: [a, b], options: left && dice.chance(0.8) ? {} : { left } };
};

/** Vectors of three elements along an axis. */
const cross: Recipe = (draft) => {
  const { dice } = draft;
  const dtype = draft.dtype('numbers');
  if (dtype === undefined) return undefined;
  const others = draft.shape(0, 2);
  const axis = dice.int(0, others.length);
  const shape = (sizes: Shape): Shape => sizes.toSpliced(axis, 0, 3);
  const a = draft.tensor({ shape: shape(others), dtype });
  const b = draft.tensor({ shape: shape(others.map((n) => (dice.chance(0.2) ? 1 : n))), dtype });
  const dim = dice.chance(0.5) ? axis : axis - others.length - 1;
  return a && b && { operands: [a, b], options: axis === others.length && dice.chance(0.5) ? {} : { dim } };
};

/** Whether what `linalg.solve` is given on the right are vectors: one, or one for each matrix. */
export const isVector = (a: Shape, b: Shape): boolean =>
  b.length === 1 || (a.length - 1 === b.length && a.slice(0, -1).every((n, k) => n === b[k]));

export const linalg: Readonly<Record<string, Recipe>> = {
  'linalg.inv': square,
  'linalg.det': square,
  'linalg.solve': solve,
  'linalg.cholesky': cholesky,
  'linalg.cross': cross,
};
