/** Index expressions of integers, slices, `...` and `None`, each with what it selects. */
import fc from 'fast-check';
import type { Shape } from '../../arbitraries/shape.ts';
import { places } from './places.ts';

/** An index expression, the shape of what it selects, and for each element of that its place. */
export interface Selection {
  readonly index: readonly (number | string)[];
  readonly shape: Shape;
  readonly places: readonly number[];
}

interface Entry {
  readonly text: number | string;
  /** The positions that it takes on its axis; undefined for a new axis. */
  readonly takes?: readonly number[];
  readonly drops?: true;
}

const FURTHEST_BEYOND = 2;
const LARGEST_STEP = 3;

/** An integer from either end; there is none of an axis without elements. */
const integer = (n: number): fc.Arbitrary<Entry> =>
  fc.integer({ min: -n, max: n - 1 }).map((i) => ({ text: i, takes: [i < 0 ? i + n : i], drops: true }));

/** A slice: its ends are left out, inside or beyond, from the front or from the end. */
export const slice = (n: number): fc.Arbitrary<{ readonly text: string; readonly takes: readonly number[] }> => {
  const end = fc.option(fc.integer({ min: -n - FURTHEST_BEYOND, max: n + FURTHEST_BEYOND }), { nil: undefined });
  const step = fc.option(fc.integer({ min: 1, max: LARGEST_STEP }), { nil: undefined });
  return fc.tuple(end, end, step).map(([start, stop, by]) => {
    const clip = (at: number): number => Math.min(Math.max(at < 0 ? at + n : at, 0), n);
    const takes: number[] = [];
    for (let i = clip(start ?? 0); i < clip(stop ?? n); i += by ?? 1) takes.push(i);
    return { text: `${start ?? ''}:${stop ?? ''}${by === undefined ? '' : `:${by}`}`, takes };
  });
};

const entry = (n: number): fc.Arbitrary<Entry> => (n === 0 ? slice(n) : fc.oneof(integer(n), slice(n), slice(n)));

const whole = (n: number): Entry => ({ text: ':', takes: Array.from({ length: n }, (_, i) => i) });

/** What is between `front` axes and `back` axes is left over, or stands as `...`. */
const entries = (shape: Shape, front: number, back: number, dots: boolean): fc.Arbitrary<Entry[]> => {
  const some = fc.tuple(
    ...shape.map((n, k) => (k < front || k >= shape.length - back ? entry(n) : fc.constant(whole(n)))),
  );
  return some.map((all): Entry[] => {
    const middle = all.slice(front, all.length - back).map((one): Entry => ({ ...one, text: '' }));
    if (dots || back > 0) middle.unshift({ text: '...', takes: [], drops: true });
    return [...all.slice(0, front), ...middle, ...all.slice(all.length - back)];
  });
};

const selected = (shape: Shape, list: readonly Entry[]): Selection => {
  // The dots themselves take no axis: those they stand for follow, without a text.
  const axes = list.filter(({ text }) => text !== '...');
  const kept = axes.filter(({ drops }) => !drops);
  const to = kept.map(({ takes }) => takes?.length ?? 1);
  const at = places(to, shape, (index) =>
    axes.flatMap((one) => (one.takes === undefined ? [] : one.takes[one.drops ? 0 : index[kept.indexOf(one)]!]!)),
  );
  return { index: list.map(({ text }) => text).filter((text) => text !== ''), shape: to, places: at };
};

/** An expression of at least one entry, for a tensor of this shape. */
export const selection = (shape: Shape): fc.Arbitrary<Selection> =>
  fc
    .tuple(fc.nat({ max: shape.length }), fc.nat(), fc.boolean(), fc.option(fc.nat(), { freq: 3, nil: undefined }))
    .chain(([front, rest, dots, added]) => {
      const back = rest % (shape.length - front + 1);
      return entries(shape, front, back, dots || front + back === 0).map((list) => {
        const inserted: Entry = { text: 'None' };
        return selected(shape, added === undefined ? list : list.toSpliced(added % (front + 1), 0, inserted));
      });
    });
