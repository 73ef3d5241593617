/** What an index tensor takes, writes and adds, along one axis. */
import { type Shape, volume } from '../../../arbitraries/shape.ts';
import { unravel } from '../../../compare/elements.ts';
import type { Call, Recipe } from '../call.ts';
import type { Draft } from '../draft.ts';
import type { Known } from '../known.ts';
import { scalar } from '../options.ts';

/** What is read, or written to by an in-place form. */
const first = (draft: Draft, page: { readonly name: string }, op: string): Known | undefined =>
  op === page.name
    ? draft.tensor()
    : draft.tensor({ where: (one) => draft.isWritable(one), constant: draft.recording });

/** As many elements on an axis as an index of it may have, in an axis of n. */
const some = ({ dice }: Draft, n: number, most: number): number =>
  n === 0 ? 0 : dice.int(dice.chance(0.1) ? 0 : 1, most);

/** An index that may be smaller on the other axes. */
const shapeOf = (draft: Draft, x: Shape, dim: number, most: number): Shape => {
  const axis = (dim + x.length) % x.length;
  const less = draft.dice.chance(0.2);
  return x.map((n, k) => (k === axis ? some(draft, n, most) : less && n > 1 ? draft.dice.int(1, n) : n));
};

const anywhere = ({ dice }: Draft, count: number, n: number): number[] =>
  Array.from({ length: count }, () => dice.int(0, Math.max(0, n - 1)));

/** No place twice on a line along the axis. */
const apart = ({ dice }: Draft, shape: Shape, axis: number, n: number): number[] => {
  const lines = new Map<string, number[]>();
  return Array.from({ length: volume(shape) }, (_, k) => {
    const index = unravel(k, shape);
    const line = index.toSpliced(axis, 1).join();
    const all = lines.get(line) ?? dice.shuffled(Array.from({ length: n }, (_, place) => place));
    lines.set(line, all);
    return all[index[axis] ?? 0]!;
  });
};

const gather: Recipe = (draft, page, op) => {
  const x = draft.mood.places ? first(draft, page, op) : undefined;
  if (x === undefined) return undefined;
  const dim = draft.axis(x.shape);
  const shape = x.shape.length === 0 ? [] : shapeOf(draft, x.shape, dim, 3);
  const index = draft.places(shape, anywhere(draft, volume(shape), x.shape.at(dim) ?? 1));
  return { operands: [x, index], options: { dim } };
};

/** What is added may go to one place; what is written may not, which one stays is left open. */
const scatter =
  (adds: boolean): Recipe =>
  (draft, page, op) => {
    const x = draft.mood.places ? first(draft, page, op) : undefined;
    if (x === undefined) return undefined;
    const dim = draft.axis(x.shape);
    const n = x.shape.at(dim) ?? 1;
    const shape = x.shape.length === 0 ? [] : shapeOf(draft, x.shape, dim, adds ? n + 2 : n);
    const axis = (dim + x.shape.length) % Math.max(1, x.shape.length);
    const data = adds ? anywhere(draft, volume(shape), n) : apart(draft, shape, axis, n);
    const index = draft.places(shape, data);
    if (!adds && draft.dice.chance(0.3)) return { operands: [x, index, draft.dice.int(-1, 3)], options: { dim } };
    const src = draft.tensor({ shape, dtype: x.dtype, where: ({ base }) => base !== x.base });
    return src && { operands: [x, index, src], options: { dim } };
  };

/** A slice for each place. */
const slices = (draft: Draft, page: { readonly name: string }, op: string, fromEnd = false) => {
  const x = draft.mood.places ? first(draft, page, op) : undefined;
  if (x === undefined) return undefined;
  const dim = draft.axis(x.shape);
  const n = x.shape.at(dim) ?? 1;
  const count = x.shape.length === 0 ? 1 : some(draft, n, 3);
  const data = anywhere(draft, count, n).map((k) => (fromEnd && draft.dice.chance(0.3) ? k - n : k));
  return { x, dim, count, index: draft.places([count], data) };
};

const indexSelect: Recipe = (draft, page, op) => {
  const drawn = slices(draft, page, op);
  return drawn && { operands: [drawn.x, drawn.index], options: { dim: drawn.dim } };
};

const indexAdd: Recipe = (draft, page, op) => {
  const drawn = slices(draft, page, op);
  if (drawn === undefined) return undefined;
  const { x, dim, count, index } = drawn;
  const shape = x.shape.length === 0 ? [] : x.shape.with(dim, count);
  const source = draft.tensor({ shape, dtype: x.dtype, where: ({ base }) => base !== x.base });
  if (source === undefined) return undefined;
  const alpha = draft.dice.chance(0.3) ? { alpha: draft.dice.int(-2, 3) } : {};
  return { operands: [x, index, source], options: { dim, ...alpha } };
};

const indexFill: Recipe = (draft, page, op): Call | undefined => {
  // A place counted from the end has no gradient of the value (index_fill.C5).
  const byTensor = draft.dice.chance(0.4);
  const drawn = slices(draft, page, op, !byTensor);
  if (drawn === undefined) return undefined;
  const { x, dim, index } = drawn;
  const other = ({ base }: Known): boolean => base !== x.base;
  const value = byTensor ? draft.tensor({ shape: [], dtype: x.dtype, where: other }) : undefined;
  const number = x.dtype.includes('float') ? scalar(draft.dice) : draft.dice.int(-1, 3);
  return { operands: [x, index, value ?? number], options: { dim } };
};

/** Without an axis, of what lies in order. */
const takeAlongDim: Recipe = (draft) => {
  if (!draft.mood.places) return undefined;
  if (draft.dice.chance(0.2)) {
    const x = draft.tensor({ fresh: true });
    if (x === undefined) return undefined;
    const n = volume(x.shape);
    const shape = n === 0 ? [0] : draft.dice.pick([[], [3], [2, 1]]);
    return { operands: [x, draft.places(shape, anywhere(draft, volume(shape), n))], options: {} };
  }
  const x = draft.tensor({ minRank: 1 });
  if (x === undefined) return undefined;
  const dim = draft.axis(x.shape);
  const n = x.shape.at(dim)!;
  const shape = draft.dice.chance(0.3) ? x.shape.map(() => 1) : x.shape;
  const to = shape.with(dim, some(draft, n, 3));
  return { operands: [x, draft.places(to, anywhere(draft, volume(to), n))], options: { dim } };
};

const maskedSelect: Recipe = (draft) => {
  const x = draft.mood.dtypes.has('bool') ? draft.tensor() : undefined;
  if (x === undefined) return undefined;
  const shape = draft.narrower(x.shape);
  const data = Array.from({ length: volume(shape) }, () => draft.dice.chance(0.5));
  const mask = draft.given(shape, 'bool', data);
  const each = data.length === 0 ? 0 : volume(x.shape) / data.length;
  return { operands: [x, mask], options: {}, shape: [each * data.filter(Boolean).length] };
};

/** Of what was given: whether something computed is 0 may be a matter of rounding. */
const nonzero: Recipe = (draft) => {
  const x = draft.tensor({ fresh: true });
  return x && { operands: [x], options: {} };
};

export const places: Readonly<Record<string, Recipe>> = {
  gather,
  scatter: scatter(false),
  scatter_add: scatter(true),
  index_select: indexSelect,
  index_add: indexAdd,
  index_fill: indexFill,
  take_along_dim: takeAlongDim,
  masked_select: maskedSelect,
  nonzero,
};
