/** Shapes for laws and random programs: 0, 1 and equal sizes stand out, and everything shrinks to the smallest. */
import fc from 'fast-check';

export type Shape = readonly number[];

/** One size: 1 and 0 more often than chance would have it. */
export const size = (max = 4): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max }) },
    { weight: 2, arbitrary: fc.constant(1) },
    { weight: 1, arbitrary: fc.constant(0) },
  );

interface Bounds {
  readonly minRank?: number;
  readonly maxRank?: number;
  readonly maxSize?: number;
  /** Without zero sizes. */
  readonly filled?: boolean;
}

/** Where kernels go on to the next block or tile: beyond 32 elements or 64, and just past larger powers of two. */
const BLOCK = { min: 33, max: 67 };
const EDGES = [129, 257];
const longSize = fc.oneof({ withCrossShrink: true }, fc.integer(BLOCK), fc.constantFrom(...EDGES));

/** What a shape holds at most: the usual ones, and those with a long axis. */
const MOST = 200;
const MOST_OF_LONG = 2 * 257;
const isSmall = (s: Shape): boolean => volume(s) <= (s.some((n) => n > BLOCK.max) ? MOST_OF_LONG : MOST);

/** One long axis, and up to two others of 1 or 2. */
const long = (minRank: number, maxRank: number): fc.Arbitrary<Shape> =>
  fc
    .tuple(
      fc.array(fc.integer({ min: 1, max: 2 }), {
        minLength: Math.max(minRank, 1) - 1,
        maxLength: Math.min(maxRank, 3) - 1,
      }),
      longSize,
      fc.nat(),
    )
    .map(([others, n, at]) => others.toSpliced(at % (others.length + 1), 0, n));

/**
 * A shape of any rank up to 5; a good part of them square, so that a swapped axis shows only in the values. Now and then
 * one axis is long, unless sizes are to be below 3.
 */
export const shape = ({ minRank = 0, maxRank = 5, maxSize = 4, filled = false }: Bounds = {}): fc.Arbitrary<Shape> => {
  const one = filled ? fc.integer({ min: 1, max: maxSize }) : size(maxSize);
  const any = fc.array(one, { minLength: minRank, maxLength: maxRank });
  const square = fc
    .tuple(fc.integer({ min: minRank, max: maxRank }), fc.integer({ min: Math.min(2, maxSize), max: maxSize }))
    .map(([rank, n]) => new Array<number>(rank).fill(n));
  const some: fc.WeightedArbitrary<Shape>[] = [
    { weight: 18, arbitrary: any },
    { weight: 12, arbitrary: square },
  ];
  if (maxSize > 2 && minRank <= 3 && maxRank > 0) some.push({ weight: 2, arbitrary: long(minRank, maxRank) });
  return fc.oneof({ withCrossShrink: true }, ...some).filter(isSmall);
};

/** How many elements a shape holds. */
export const volume = (s: Shape): number => s.reduce((product, n) => product * n, 1);

/** Two or more shapes that broadcast: axes are taken from one common shape, left off at the front, or made 1. */
export const broadcastable = (count = 2, bounds: Bounds = {}): fc.Arbitrary<Shape[]> =>
  shape(bounds).chain((common) => fc.array(part(common), { minLength: count, maxLength: count }));

/** Often the whole shape, or its last axes unchanged: else a vector beside a square matrix would hardly be seen. */
const part = (common: Shape): fc.Arbitrary<Shape> => {
  const rank = common.length;
  const ones = fc.array(fc.boolean(), { minLength: rank, maxLength: rank });
  return fc
    .tuple(fc.oneof(fc.constant(0), fc.nat({ max: rank })), fc.oneof(fc.constant<boolean[]>([]), ones))
    .map(([drop, ones]) => common.map((n, k) => (ones[k] === true ? 1 : n)).slice(drop));
};

/** Two shapes that do not broadcast: somewhere two sizes differ and neither is 1. */
export const unbroadcastable = (bounds: Bounds = {}): fc.Arbitrary<[Shape, Shape]> =>
  fc
    .tuple(broadcastable(2, { minRank: 1, ...bounds }), fc.integer({ min: 2, max: 4 }), fc.nat())
    .map(([[a = [], b = []], n, at]): [Shape, Shape] => {
      const back = (at % Math.max(1, Math.min(a.length, b.length))) + 1;
      const put = (s: Shape, value: number) => s.with(s.length - back, value);
      return a.length === 0 || b.length === 0 ? [[n], [n + 1]] : [put(a, n), put(b, n + 1)];
    });

/** The shape that two shapes broadcast to; undefined if they do not. */
export const broadcast = (a: Shape, b: Shape): Shape | undefined => {
  const rank = Math.max(a.length, b.length);
  const out: number[] = [];
  for (let k = 1; k <= rank; k++) {
    const [m, n] = [a.at(-k) ?? 1, b.at(-k) ?? 1];
    if (k > a.length) out.unshift(n);
    else if (k > b.length) out.unshift(m);
    else if (m === n || n === 1) out.unshift(m);
    else if (m === 1) out.unshift(n);
    else return undefined;
  }
  return out;
};

/** An axis of a shape, counted from either end. */
export const axis = (s: Shape): fc.Arbitrary<number> => fc.integer({ min: -s.length, max: s.length - 1 });
