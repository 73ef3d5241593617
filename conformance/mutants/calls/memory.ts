/** The elements of a tensor where they lie: element (i₀, …, iₖ) is `buffer[offset + Σ iₐ·strides[a]]`. */
import type { Dtype } from '../../values/case.ts';

export type Buffer = Int32Array | Float32Array | Float64Array | BigInt64Array;

/** What a tensor looks at. */
export interface Place {
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  /** Absent: its own. */
  readonly buffer?: Buffer;
}

export interface Memory extends Required<Place> {
  readonly dtype: Dtype;
}

/** Elements in row-major order; a bool is 0 or 1. */
export interface Elements {
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly data: (number | bigint)[];
}

export const countOf = (shape: readonly number[]): number => shape.reduce((n, size) => n * size, 1);

/** The places of the buffer that hold the elements, in row-major order. */
export function placesOf({ shape, strides, offset }: Place): number[] {
  const places = new Array<number>(countOf(shape));
  const at = shape.map(() => 0);
  let place = offset;
  for (let i = 0; i < places.length; i++) {
    places[i] = place;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      place += strides[axis]!;
      if (++at[axis]! < shape[axis]!) break;
      place -= strides[axis]! * shape[axis]!;
      at[axis] = 0;
    }
  }
  return places;
}

export const elementsOf = (memory: Memory): Elements => ({
  dtype: memory.dtype,
  shape: memory.shape,
  data: placesOf(memory).map((place) => memory.buffer[place]!),
});

/** Writes elements to where a tensor looks. */
export const write = (memory: Memory, data: readonly (number | bigint)[]): void =>
  placesOf(memory).forEach((place, i) => {
    memory.buffer[place] = data[i]!;
  });

/** The strides of a copy without gaps. */
export function rowMajor(shape: readonly number[]): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis]!;
  }
  return strides;
}

/** Where element i of a larger shape comes from, in a tensor that is broadcast to it; undefined where it does not fit. */
export function stretched(from: readonly number[], to: readonly number[]): readonly number[] | undefined {
  const lead = to.length - from.length;
  if (lead < 0 || from.some((size, i) => size !== 1 && size !== to[lead + i])) return undefined;
  const own = rowMajor(from);
  const strides = to.map((_, i) => (i < lead || from[i - lead] === 1 ? 0 : own[i - lead]!));
  return placesOf({ shape: to, strides, offset: 0 });
}

export const sameElements = (a: readonly (number | bigint)[], b: readonly (number | bigint)[]): boolean =>
  a.length === b.length && a.every((v, i) => Object.is(v, b[i]));

export type Layout = 'offset' | 'by steps' | 'transposed' | 'expanded';

/** What the elements of a tensor lie like, where that is not one after the other from the first of its memory. */
export const layouts: Readonly<Record<Layout, (memory: Place) => boolean>> = {
  offset: (place) => place.offset > 0 && axesOf(place).every(({ stride }, i, axes) => stride === gapless(axes, i)),
  'by steps': (place) => {
    const axes = axesOf(place);
    const falls = axes.every(({ stride, size }, i) => i === 0 || axes[i - 1]!.stride >= stride * size);
    return axes.length > 0 && falls && axes.at(-1)!.stride > 1;
  },
  transposed: (place) =>
    axesOf(place).some(({ stride }, i, axes) => i > 0 && stride > axes[i - 1]!.stride && axes[i - 1]!.stride > 0),
  expanded: (place) => axesOf(place).some(({ stride }) => stride === 0),
};

interface Axis {
  readonly size: number;
  readonly stride: number;
}

const axesOf = ({ shape, strides }: Place): readonly Axis[] =>
  shape.includes(0) ? [] : shape.map((size, i) => ({ size, stride: strides[i]! })).filter(({ size }) => size !== 1);

const gapless = (axes: readonly Axis[], i: number): number => axes.slice(i + 1).reduce((n, { size }) => n * size, 1);
