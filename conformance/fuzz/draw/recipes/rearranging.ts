import { volume } from '../../../arbitraries/shape.ts';
import type { Literal } from '../../../values/case.ts';
import type { Recipe } from '../call.ts';
import type { Draft, Known } from '../draft.ts';
import { byPage } from '../operands.ts';
import { drawOptions } from '../options.ts';

/** A size with as many elements, now and then with one part left open. */
const regrouped = ({ dice }: Draft, elements: number): readonly number[] => {
  const sizes: number[] = [];
  let left = elements;
  while (left > 1 && sizes.length < 3) {
    const divisors = [1, 2, 3, 4, 6].filter((n) => left % n === 0);
    const n = dice.pick(divisors);
    sizes.push(n);
    left /= n;
  }
  if (left !== 1 || dice.chance(0.1)) sizes.splice(dice.int(0, sizes.length), 0, left);
  if (elements === 0 || sizes.length === 0 || !dice.chance(0.3)) return sizes;
  return sizes.with(dice.int(0, sizes.length - 1), -1);
};

const sized =
  (option: string): Recipe =>
  (draft) => {
    const x = draft.tensor();
    return x && { operands: [x], options: { [option]: regrouped(draft, volume(x.shape)) } };
  };

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
const joined =
  (along: boolean): Recipe =>
  (draft, page) => {
    const { dice } = draft;
    const first = draft.tensor({ minRank: along ? 1 : 0 });
    if (first === undefined) return undefined;
    const options = drawOptions(draft, { page, shape: first.shape });
    const dim = ((options.dim ?? options.axis ?? 0) as number) % Math.max(1, first.shape.length);
    const more = Array.from({ length: dice.weighted([1, 0], [4, 1], [2, 2]) }, (): Known | undefined => {
      const vary = along && dice.chance(0.5);
      const axis = dim < 0 ? dim + first.shape.length : dim;
      const shape = vary ? first.shape.with(axis, dice.int(0, 2)) : first.shape;
      return draft.tensor({ shape, ...(dice.chance(0.7) && { dtype: first.dtype }) });
    });
    const tensors = [first, ...more.filter((one) => one !== undefined)];
    return { operands: [dice.shuffled(tensors)], options };
  };

const where: Recipe = (draft, page) => {
  const condition = draft.tensor({ dtype: 'bool' });
  const rest = byPage(draft, { ...page, operands: page.operands.slice(1) }, page.name);
  if (condition === undefined || rest === undefined) return undefined;
  const [first] = rest.operands.filter((one): one is Known => typeof one === 'object' && one !== null && 'base' in one);
  const suits = draft.candidates({ dtype: 'bool', shape: first!.shape });
  const mask = suits.length > 0 ? draft.dice.pick(suits) : draft.input(first!.shape, 'bool');
  return { ...rest, operands: [mask, ...rest.operands] };
};

/** The source stretches to what is written, whatever its dtype. */
const copy: Recipe = (draft) => {
  const self = draft.tensor({ where: (one) => draft.isWritable(one), constant: draft.recording });
  const src = self && draft.tensor({ shape: draft.narrower(self.shape) });
  return src && { operands: [self, src], options: {} };
};

/** A number, or a 0-d tensor. */
const fill: Recipe = (draft) => {
  const { dice } = draft;
  const self = draft.tensor({ where: (one) => draft.isWritable(one), constant: draft.recording });
  const value = dice.chance(0.5) ? dice.int(-3, 3) : draft.tensor({ shape: [] });
  return self && value !== undefined ? { operands: [self, value], options: {} } : undefined;
};

export const rearranging: Readonly<Record<string, Recipe>> = {
  reshape: sized('shape'),
  view: sized('size'),
  expand,
  flatten,
  cat: joined(true),
  stack: joined(false),
  where,
  copy_: copy,
  fill_: fill,
};
