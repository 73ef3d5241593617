/** Which axes an op goes along, and the steps of it. */
import fc from 'fast-check';
import { axis, type Shape, shape } from '../../arbitraries/shape.ts';
import { takesSeveralAxes } from '../../pages/families.ts';
import { pages } from '../../pages/pages.gen.ts';
import { resultsGiven } from '../../pages/results.ts';
import type { Literal, OpStep } from '../../values/case.ts';
import { type Sets, setsOf } from './sets.ts';

type Options = Readonly<Record<string, Literal>>;

/** A step; of `max` and `min` along an axis, which give two results, the values. */
export const reduce = (op: string, input: string, out: string, options: Options = {}): OpStep => ({
  op,
  in: [input],
  with: options,
  out: resultsGiven(pages[op]!, Object.keys(options)).length > 1 ? [out, null] : out,
});

/** These options as far as an op has them; without a `dim` that it requires, along the first axis. */
export const optionsFor = (op: string, options: Options): Options => {
  const { options: own, required = [] } = pages[op]!;
  const kept = Object.entries(options).filter(([name]) => name in own);
  return { ...(required.includes('dim') && { dim: 0 }), ...Object.fromEntries(kept) };
};

interface Bounds {
  readonly maxRank?: number;
  readonly maxSize?: number;
  /** Without zero sizes. */
  readonly filled?: boolean;
}

/** A shape and one axis of it, counted from either end, that has elements; another axis may have none. */
export const withAxis = (bounds: Bounds = {}): fc.Arbitrary<readonly [Shape, number]> =>
  shape({ minRank: 1, maxRank: 4, maxSize: 3, ...bounds }).chain((s) =>
    axis(s).map((dim) => [s.with(dim, Math.max(1, s.at(dim)!)), dim] as const),
  );

export interface Reduction {
  readonly shape: Shape;
  readonly options: Options;
  readonly sets: Sets;
}

const reduction = (s: Shape, dims: readonly number[], options: Options, keepdim: boolean): Reduction => ({
  shape: s,
  options: keepdim ? { ...options, keepdim } : options,
  sets: setsOf(s, dims, keepdim),
});

/** A shape without zero sizes and what to reduce of it: everything, or one axis, with or without `keepdim`. */
export const oneOrAll: fc.Arbitrary<Reduction> = fc
  .tuple(withAxis({ filled: true, maxRank: 3 }), fc.boolean(), fc.boolean())
  .map(([[s, dim], whole, keepdim]) => (whole ? reduction(s, [], {}, false) : reduction(s, [dim], { dim }, keepdim)));

/** The same, or several axes in a list. */
export const someAxes: fc.Arbitrary<Reduction> = fc.oneof(
  oneOrAll,
  shape({ minRank: 1, maxRank: 3, maxSize: 3, filled: true }).chain((s) =>
    fc.tuple(axesOf(s), fc.boolean()).map(([dims, keepdim]) => reduction(s, dims, { dim: [...dims] }, keepdim)),
  ),
);

/** Some axes of a shape, one at least, in any order, each counted from either end. */
export function axesOf(s: Shape, most: number = s.length): fc.Arbitrary<readonly number[]> {
  return fc
    .shuffledSubarray([...s.keys()], { minLength: 1, maxLength: Math.min(most, s.length) })
    .chain((dims) => fc.tuple(...dims.map((d) => fc.constantFrom(d, d - s.length))));
}

/** The default order of a norm, `fro`, takes no more axes (norm.C11). */
const MOST_OF_NORM = 2;

/** Some axes that an op takes at once. */
export const axesFor = (op: string, s: Shape): fc.Arbitrary<readonly number[]> => {
  if (!takesSeveralAxes(pages[op]!)) return axesOf(s, 1);
  return axesOf(s, op === 'norm' ? MOST_OF_NORM : s.length);
};

/** Axes as an op takes them: in a list if it takes one. */
export const dimFor = (op: string, dims: readonly number[]): Literal =>
  takesSeveralAxes(pages[op]!) ? [...dims] : dims[0]!;
