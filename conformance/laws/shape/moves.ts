/** Ops that give a view of a tensor, each with what the view shows. */
import fc from 'fast-check';
import { axis, type Shape } from '../../arbitraries/shape.ts';
import type { OpStep } from '../../values/case.ts';
import { inOrder, places } from './places.ts';
import { selection } from './selection.ts';

/** An op on one tensor, the shape of its result, and for each element of that the place that it shows. */
export interface Move {
  readonly op: Pick<OpStep, 'op' | 'with'>;
  readonly shape: Shape;
  readonly places: readonly number[];
}

/** The axes in any order. */
export const order = (rank: number): fc.Arbitrary<number[]> =>
  fc.shuffledSubarray(
    Array.from({ length: rank }, (_, k) => k),
    { minLength: rank, maxLength: rank },
  );

/** The axes in any order, each counted from either end. */
export const signedOrder = (rank: number): fc.Arbitrary<number[]> =>
  fc
    .tuple(order(rank), fc.array(fc.boolean(), { minLength: rank, maxLength: rank }))
    .map(([axes, turned]) => axes.map((k, at) => (turned[at] ? k - rank : k)));

/** An axis counted from the front. */
export const fromFront = (dim: number, rank: number): number => (dim < 0 ? dim + rank : dim);

/** What `permute` gives: axis k of the result is axis `dims[k]`. */
export const permuted = (shape: Shape, dims: readonly number[]): Move => {
  const axes = dims.map((dim) => fromFront(dim, shape.length));
  const to = axes.map((k) => shape[k]!);
  return {
    op: { op: 'permute', with: { dims } },
    shape: to,
    places: places(to, shape, (index) => shape.map((_, k) => index[axes.indexOf(k)]!)),
  };
};

/** What `transpose` gives: two axes change places. */
export const transposed = (shape: Shape, dim0: number, dim1: number): Move => {
  const [a, b] = [fromFront(dim0, shape.length), fromFront(dim1, shape.length)];
  const swap = <V>(list: readonly V[]): V[] => list.with(a, list[b]!).with(b, list[a]!);
  const to = swap(shape);
  return { op: { op: 'transpose', with: { dim0, dim1 } }, shape: to, places: places(to, shape, swap) };
};

const unsqueezed = (shape: Shape, dim: number): Move => {
  const at = fromFront(dim, shape.length + 1);
  const to = shape.toSpliced(at, 0, 1);
  return {
    op: { op: 'unsqueeze', with: { dim } },
    shape: to,
    places: places(to, shape, (index) => index.toSpliced(at, 1)),
  };
};

/** Every element at its place, in this shape. */
const inPlace = (op: Move['op'], shape: Shape): Move => ({ op, shape, places: inOrder(shape) });

const squeezed = (shape: Shape, dim: number): Move => {
  const at = fromFront(dim, shape.length);
  return inPlace({ op: 'squeeze', with: { dim } }, shape[at] === 1 ? shape.toSpliced(at, 1) : shape);
};

const turned = (shape: Shape): Move => ({ ...transposed(shape, 0, 1), op: { op: 'T' } });

const selected = (shape: Shape, dim: number): fc.Arbitrary<Move> => {
  const at = fromFront(dim, shape.length);
  const n = shape[at]!;
  const to = shape.toSpliced(at, 1);
  return fc.integer({ min: -n, max: n - 1 }).map((index) => ({
    op: { op: 'select', with: { dim, index } },
    shape: to,
    places: places(to, shape, (rest) => rest.toSpliced(at, 0, fromFront(index, n))),
  }));
};

const narrowed = (shape: Shape, dim: number): fc.Arbitrary<Move> => {
  const at = fromFront(dim, shape.length);
  const n = shape[at]!;
  return fc.tuple(fc.nat({ max: n }), fc.nat({ max: n })).map(([start, end]) => {
    const [first, length] = [Math.min(start, end), Math.abs(end - start)];
    const to = shape.with(at, length);
    return {
      op: { op: 'narrow', with: { dim, start: first, length } },
      shape: to,
      places: places(to, shape, (index) => index.with(at, index[at]! + first)),
    };
  });
};

/** One axis goes elsewhere, and the others keep their order. */
const movedAxis = (shape: Shape, source: number, destination: number): Move => {
  const from = fromFront(source, shape.length);
  const axes = shape.map((_, k) => k).filter((k) => k !== from);
  const { shape: to, places: at } = permuted(shape, axes.toSpliced(fromFront(destination, shape.length), 0, from));
  return { op: { op: 'movedim', with: { source, destination } }, shape: to, places: at };
};

/** One axis as two, of which either may be −1. */
const cut = (shape: Shape, dim: number): fc.Arbitrary<Move> => {
  const at = fromFront(dim, shape.length);
  const n = shape[at]!;
  const divisors = Array.from({ length: Math.max(n, 1) }, (_, k) => k + 1).filter((size) => n % size === 0);
  return fc.tuple(fc.constantFrom(...divisors), fc.boolean()).map(([first, open]) => {
    const to = shape.toSpliced(at, 1, first, n / first);
    return inPlace({ op: 'unflatten', with: { dim, sizes: [first, open ? -1 : n / first] } }, to);
  });
};

/** The elements on a diagonal of two axes, behind the other axes. */
const diagonal = (shape: Shape, dims: readonly number[], offset: number): Move => {
  const [a, b] = dims.map((dim) => fromFront(dim, shape.length)) as [number, number];
  const [down, right] = [Math.max(-offset, 0), Math.max(offset, 0)];
  const length = Math.max(0, Math.min(shape[a]! - down, shape[b]! - right));
  const rest = shape.map((_, k) => k).filter((k) => k !== a && k !== b);
  const to = [...rest.map((k) => shape[k]!), length];
  const from = (index: readonly number[]): number[] =>
    shape.map((_, k) => (k === a ? index.at(-1)! + down : k === b ? index.at(-1)! + right : index[rest.indexOf(k)]!));
  return {
    op: { op: 'diagonal', with: { offset, dim1: dims[0]!, dim2: dims[1]! } },
    shape: to,
    places: places(to, shape, from),
  };
};

/** Why `move` draws no view of these ops. */
export const notMoved: Readonly<Record<string, string>> = {
  broadcast_to: 'it shows one element at several places, as expand does',
  ravel: 'it gives a copy where the elements do not lie in order',
  contiguous: 'it gives a copy where the elements do not lie in order',
  expand: 'it shows one element at several places, and laws of their own ask for it',
  flatten: 'it gives a copy where the elements do not lie in order',
  reshape: 'it gives a copy where the elements do not lie in order',
  to: 'it gives a copy of another dtype',
  view: 'it raises where the elements do not lie in order',
};

/** A view whose elements are all different elements of the tensor. */
export const move = (shape: Shape): fc.Arbitrary<Move> => {
  const rank = shape.length;
  const indexed = selection(shape).map(
    ({ index, ...taken }): Move => ({ op: { op: 'getitem', with: { index } }, ...taken }),
  );
  const always: fc.WeightedArbitrary<Move>[] = [
    { weight: 1, arbitrary: fc.integer({ min: -rank - 1, max: rank }).map((dim) => unsqueezed(shape, dim)) },
    { weight: 1, arbitrary: fc.constant(inPlace({ op: 'detach' }, shape)) },
    { weight: 3, arbitrary: indexed },
  ];
  if (rank === 0) return fc.oneof(...always);
  return fc.oneof(
    ...always,
    { weight: 1, arbitrary: axis(shape).map((dim) => squeezed(shape, dim)) },
    { weight: 1, arbitrary: fc.tuple(axis(shape), axis(shape)).map(([a, b]) => transposed(shape, a, b)) },
    { weight: 2, arbitrary: order(rank).map((dims) => permuted(shape, dims)) },
    ...(shape.includes(0) ? [] : [{ weight: 1, arbitrary: axis(shape).chain((dim) => selected(shape, dim)) }]),
    { weight: 1, arbitrary: axis(shape).chain((dim) => narrowed(shape, dim)) },
    { weight: 1, arbitrary: fc.tuple(axis(shape), axis(shape)).map(([a, b]) => movedAxis(shape, a, b)) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        axis(shape).chain((dim) => cut(shape, dim)),
        ...(rank === 1
          ? []
          : [
              fc
                .tuple(signedOrder(rank), fc.integer({ min: -1, max: 1 }))
                .map(([dims, offset]) => diagonal(shape, dims, offset)),
            ]),
      ),
    },
    ...(rank === 2 ? [{ weight: 1, arbitrary: fc.constant(turned(shape)) }] : []),
  );
};
