/** Sums of products, whose operands agree in some of their sizes. */
import type { Shape } from '../../../arbitraries/shape.ts';
import type { Dtype } from '../../../values/case.ts';
import { isFloat } from '../../../values/dtypes.ts';
import type { Recipe } from '../call.ts';
import type { Draft } from '../draft.ts';
import { takenBy } from '../dtypes.ts';
import { wantOf } from '../operands.ts';
import { drawOptions } from '../options.ts';

/** Mostly of some. */
export const size = ({ dice }: Draft): number => dice.weighted([6, dice.int(1, 3)], [2, 1], [1, 0]);

/** The first operand of a product, which may be there already. */
const first = (draft: Draft, page: Parameters<Recipe>[1], at: number, ranks: readonly number[]) => {
  const takes = takenBy(page, page.operands[at]!.name);
  const old = draft.candidates({ takes, where: ({ shape }) => ranks.includes(shape.length) });
  if (old.length > 0 && draft.dice.chance(0.6)) return draft.dice.pick(old);
  const rank = draft.dice.pick(ranks);
  return draft.tensor({ takes, shape: Array.from({ length: rank }, () => size(draft)) });
};

/** β times a tensor that stretches to the product, or that is written over, and α times the product. */
const added =
  (rank: number): Recipe =>
  (draft, page, op) => {
    const { dice } = draft;
    const a = first(draft, page, 1, [rank]);
    if (a === undefined) return undefined;
    const b = draft.tensor({ shape: [...a.shape.slice(0, -2), a.shape.at(-1)!, size(draft)], dtype: a.dtype });
    if (b === undefined) return undefined;
    const shape: Shape = [...a.shape.slice(0, -1), b.shape.at(-1)!];
    const input =
      op === page.name
        ? draft.tensor({ shape: dice.chance(0.4) ? shape : draft.narrower(shape), dtype: a.dtype })
        : target(draft, shape, a.dtype);
    if (input === undefined) return undefined;
    const whole = !isFloat(a.dtype);
    return { operands: [input, a, b], options: drawOptions(draft, { page, shape, whole }) };
  };

const target = (draft: Draft, shape: Shape, dtype: Dtype) =>
  draft.tensor({ shape, dtype, constant: draft.recording, fresh: true, where: (one) => draft.isWritable(one) });

/** Rows of one length; a tensor without axes goes with anything. */
const inner: Recipe = (draft, page) => {
  const a = first(draft, page, 0, [1, 2, 2, 3]);
  if (a === undefined) return undefined;
  if (draft.dice.chance(0.1)) {
    const b = draft.tensor({ shape: [], dtype: a.dtype });
    return b && { operands: draft.dice.shuffled([a, b]), options: {} };
  }
  const b = draft.tensor({
    shape: [...draft.dice.pick<Shape>([[], [size(draft)], [2, 1]]), a.shape.at(-1)!],
    dtype: a.dtype,
  });
  return b && { operands: [a, b], options: {} };
};

const outer: Recipe = (draft, page) => {
  const a = first(draft, page, 0, [1]);
  const b = draft.tensor({ ...wantOf(page, 'vec2'), shape: [size(draft)] });
  return a && b && { operands: [a, b], options: {} };
};

const trace: Recipe = (draft, page) => {
  const x = first(draft, page, 0, [2]);
  return x && { operands: [x], options: {} };
};

/** So many axes from the end of one and the front of the other, or one axis of each. */
const tensordot: Recipe = (draft, page) => {
  const { dice } = draft;
  const a = first(draft, page, 0, [1, 2, 2, 3]);
  if (a === undefined) return undefined;
  const more = dice.pick<Shape>([[], [size(draft)], [2, 1]]);
  if (dice.chance(0.5)) {
    const count = dice.int(0, a.shape.length);
    const b = draft.tensor({ shape: [...a.shape.slice(a.shape.length - count), ...more], dtype: a.dtype });
    return b && { operands: [a, b], options: count === 2 && dice.chance(0.5) ? {} : { dims: count } };
  }
  const [left, right] = [dice.int(0, a.shape.length - 1), dice.int(0, more.length)];
  const b = draft.tensor({ shape: more.toSpliced(right, 0, a.shape[left]!), dtype: a.dtype });
  return b && { operands: [a, b], options: { dims: [[dice.chance(0.3) ? left - a.shape.length : left], [right]] } };
};

export const contractions: Readonly<Record<string, Recipe>> = {
  addmm: added(2),
  baddbmm: added(3),
  inner,
  tensordot,
  outer,
  trace,
};
