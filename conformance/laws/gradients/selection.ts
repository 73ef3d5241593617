/** Index expressions that fit a tensor, with what each selects. */
import fc from 'fast-check';
import { type Shape, volume } from '../../arbitraries/shape.ts';
import type { Literal, TensorValue } from '../../values/case.ts';

export interface Selection {
  readonly index: readonly Literal[];
  /** Index tensors, by the names that the index refers to. */
  readonly tensors: Readonly<Record<string, TensorValue>>;
  readonly shape: Shape;
}

/** Of a tensor with at least one axis; `once`: no element twice. */
export const selectionOf = (from: Shape, once = false): fc.Arbitrary<Selection> =>
  fc.oneof(
    { weight: 2, arbitrary: basic(from) },
    { weight: 1, arbitrary: listed(from, once) },
    { weight: 1, arbitrary: masked(from) },
  );

type Part = readonly [entry: Literal, sizes: Shape];

/** Integers, slices, a new axis, the axes left out at the end. */
const basic = (from: Shape): fc.Arbitrary<Selection> =>
  fc
    .tuple(fc.integer({ min: 0, max: from.length }), fc.tuple(...from.map(part)), fc.boolean())
    .map(([taken, parts, fresh]) => {
      const used: readonly Part[] = [...(fresh ? [['None', [1]] as const] : []), ...parts.slice(0, taken)];
      const index = used.length === 0 ? ['...'] : used.map(([entry]) => entry);
      return { index, tensors: {}, shape: [...used.flatMap(([, sizes]) => sizes), ...from.slice(taken)] };
    });

const part = (n: number): fc.Arbitrary<Part> =>
  fc.oneof(
    fc.constant<Part>([':', [n]]),
    fc.integer({ min: -n, max: n - 1 }).map((i): Part => [i, []]),
    fc
      .tuple(fc.nat({ max: n - 1 }), fc.nat({ max: n }), fc.integer({ min: 1, max: 2 }))
      .map(
        ([start, stop, step]): Part => [`${start}:${stop}:${step}`, [Math.max(0, Math.ceil((stop - start) / step))]],
      ),
  );

/** A tensor of integers along the first axis. */
const listed = (from: Shape, once: boolean): fc.Arbitrary<Selection> => {
  const n = from[0]!;
  const index = fc.integer({ min: -n, max: n - 1 });
  const list = once
    ? fc.uniqueArray(index, { minLength: 1, maxLength: n, selector: (i) => (i + n) % n })
    : fc.array(index, { minLength: 1, maxLength: 4 });
  return list.map((data) => ({
    index: [{ ref: 'i' }],
    tensors: { i: { dtype: 'int64', shape: [data.length], data } },
    shape: [data.length, ...from.slice(1)],
  }));
};

/** A mask along the first axis. */
const masked = (from: Shape): fc.Arbitrary<Selection> =>
  fc.array(fc.boolean(), { minLength: from[0]!, maxLength: from[0]! }).map((data) => ({
    index: [{ ref: 'i' }],
    tensors: { i: { dtype: 'bool', shape: [data.length], data } },
    shape: [data.filter(Boolean).length, ...from.slice(1)],
  }));

/** Shapes that may be written to a selection: its own, or one that stretches to it. */
export const fitting = ({ shape }: Selection): fc.Arbitrary<Shape> =>
  fc
    .tuple(fc.nat({ max: shape.length }), fc.array(fc.boolean(), { minLength: shape.length, maxLength: shape.length }))
    .map(([drop, ones]) => shape.map((n, k) => (ones[k] === true ? 1 : n)).slice(drop))
    .filter((s) => volume(s) > 0 || volume(shape) === 0);
