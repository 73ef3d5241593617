import type { Shape } from '../../../arbitraries/shape.ts';
import { volume } from '../../../arbitraries/shape.ts';
import type { Literal } from '../../../values/case.ts';
import type { Recipe } from '../call.ts';
import type { Draft } from '../draft.ts';
import { fits } from '../dtypes.ts';
import type { Known } from '../known.ts';
import { scalar } from '../options.ts';

interface Selection {
  readonly index: readonly Literal[];
  /** Of what is selected. Integers select first, so that the axes of an index tensor stay where it stands. */
  readonly shape: Shape;
}

/** A slice, and how many of `n` it takes. */
const slice = ({ dice }: Draft, n: number): readonly [string, number] => {
  const start = dice.chance(0.4) ? '' : String(dice.int(-n, n));
  const stop = dice.chance(0.4) ? '' : String(dice.int(-n, n + 1));
  const step = dice.chance(0.7) ? 1 : dice.int(1, 3);
  const clip = (text: string, otherwise: number): number => {
    const at = text === '' ? otherwise : Number(text);
    return Math.min(n, Math.max(0, at < 0 ? at + n : at));
  };
  const taken = Math.max(0, Math.ceil((clip(stop, n) - clip(start, 0)) / step));
  return [`${start}:${stop}${step === 1 ? '' : `:${step}`}`, taken];
};

const positions = (draft: Draft, shape: Shape, n: number): Known => {
  const data = Array.from({ length: volume(shape) }, () => draft.dice.int(-n, n - 1));
  return draft.places(shape, data);
};

/** Integers, slices, `...` and `None`, and at most one index tensor or mask. */
const basic = (draft: Draft, shape: Shape): Selection => {
  const { dice } = draft;
  const index: Literal[] = [];
  const out: number[] = [];
  let tensor = draft.mood.places && dice.chance(0.5);
  const ellipsis = dice.chance(0.15);
  const count = dice.int(0, shape.length);
  const skipped = ellipsis ? shape.length - count : 0;
  const place = ellipsis ? dice.int(0, count) : -1;
  let axis = 0;
  for (let k = 0; k <= count; k++) {
    if (k === place) {
      index.push('...');
      out.push(...shape.slice(axis, axis + skipped));
      axis += skipped;
    }
    if (dice.chance(0.1)) {
      index.push('None');
      out.push(1);
    }
    if (k === count) break;
    const n = shape[axis]!;
    axis++;
    const kind = dice.weighted<'int' | 'slice' | 'tensor'>(
      [n > 0 ? 4 : 0, 'int'],
      [4, 'slice'],
      [tensor ? 3 : 0, 'tensor'],
    );
    if (kind === 'int') index.push(dice.int(-n, n - 1));
    else if (kind === 'slice') {
      const [text, taken] = slice(draft, n);
      index.push(text);
      out.push(taken);
    } else {
      tensor = false;
      if (draft.mood.dtypes.has('bool') && dice.chance(0.4)) {
        const mask = Array.from({ length: n }, () => dice.chance(0.5));
        index.push({ ref: draft.given([n], 'bool', mask).name });
        out.push(mask.filter(Boolean).length);
      } else {
        const at = n > 0 ? dice.pick<Shape>([[], [2], [3], [1, 2]]) : [0];
        index.push({ ref: positions(draft, at, n).name });
        out.push(...at);
      }
    }
  }
  out.push(...shape.slice(axis));
  if (index.length === 0) index.push(dice.pick(['...', ':'].slice(0, shape.length === 0 ? 1 : 2)));
  return { index, shape: out };
};

/** A mask of the tensor's own shape. */
const masked = (draft: Draft, shape: Shape): Selection => {
  const data = Array.from({ length: volume(shape) }, () => draft.dice.chance(0.5));
  return { index: [{ ref: draft.given(shape, 'bool', data).name }], shape: [data.filter(Boolean).length] };
};

const selection = (draft: Draft, shape: Shape): Selection =>
  draft.mood.dtypes.has('bool') && draft.dice.chance(0.1) ? masked(draft, shape) : basic(draft, shape);

const getitem: Recipe = (draft) => {
  const x = draft.tensor();
  if (x === undefined) return undefined;
  const { index, shape } = selection(draft, x.shape);
  return { operands: [x], options: { index }, shape };
};

const setitem: Recipe = (draft) => {
  const { dice } = draft;
  const x = draft.tensor({ where: (one) => draft.isWritable(one), constant: draft.recording });
  if (x === undefined) return undefined;
  const { index, shape } = selection(draft, x.shape);
  if (dice.chance(0.3)) return { operands: [x, dice.int(-3, 3)], options: { index } };
  const suits = ({ dtype, base }: Known): boolean => fits(dtype, x.dtype) && base !== x.base;
  const value = draft.tensor({ shape: draft.narrower(shape), dtype: x.dtype, where: suits });
  return value && { operands: [x, dice.chance(0.9) ? value : scalar(dice)], options: { index } };
};

/** The pages leave the host's sequences to other ops: what is indexed here is a tensor. */
export const indexing: Readonly<Record<string, Recipe>> = { getitem, setitem };
