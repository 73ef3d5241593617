import * as tf from '@tensorflow/tfjs';
import { type IndexItem, unsupported } from '../../adapter/contract.ts';

type T = tf.Tensor;
type Slice = Extract<IndexItem<T>, { readonly start: unknown }>;
/** What is taken of one axis: `size` elements from `begin` on, every `step`-th; an integer drops the axis. */
interface Axis {
  readonly begin: number;
  readonly end: number;
  readonly step: number;
  readonly drop: boolean;
}

/** Integers and slices by `slice` or `stridedSlice`, a tensor of indices by `gather`, a mask by `booleanMaskAsync`. */
export function getitem(x: T, index: readonly IndexItem<T>[]): T | Promise<T> {
  const [first, ...rest] = index;
  if (isTensor(first))
    return rest.length === 0 ? byTensor(x, first.tensor) : unsupported('an index of several tensors');
  const items = withoutEllipsis(x, index);
  const axes = items.filter((item) => item !== null).map((item, i) => axisOf(item, x.shape[i]));
  while (axes.length < x.rank) axes.push(whole(x.shape[axes.length]!));
  // Of a 0-d tensor there is nothing to slice.
  const taken = axes.length === 0 ? x : axes.every(({ step }) => step === 1) ? slice(x, axes) : stridedSlice(x, axes);
  return tf.reshape(taken, resultShape(items, axes, taken.shape));
}

/** One element, or one row of numbers, by `tensorScatterUpdate`. */
export function setitem(x: T, value: T | number | boolean, index: readonly IndexItem<T>[]): T {
  const place = index.map((item, i) =>
    typeof item === 'number' ? wrap(item, x.shape[i] ?? 0) : unsupported('setitem of a slice'),
  );
  const given = typeof value === 'object' ? value : tf.scalar(value);
  const update = given.dtype === x.dtype ? given : tf.cast(given, x.dtype);
  return tf.tensorScatterUpdate(x, tf.tensor([place], undefined, 'int32'), tf.expandDims(update, 0));
}

const isTensor = (item: IndexItem<T> | undefined): item is { readonly tensor: T } =>
  typeof item === 'object' && item !== null && 'tensor' in item;

const byTensor = (x: T, at: T): T | Promise<T> => (at.dtype === 'bool' ? tf.booleanMaskAsync(x, at) : tf.gather(x, at));

function withoutEllipsis(x: T, index: readonly IndexItem<T>[]): readonly IndexItem<T>[] {
  const at = index.indexOf('...');
  if (at === -1) return index;
  const given = index.filter((item) => item !== null && item !== '...').length;
  const all: Slice = { start: undefined, stop: undefined, step: undefined };
  return [...index.slice(0, at), ...Array<Slice>(Math.max(x.rank - given, 0)).fill(all), ...index.slice(at + 1)];
}

function axisOf(item: IndexItem<T>, size = 0): Axis {
  if (typeof item === 'number') {
    const begin = wrap(item, size);
    return { begin, end: begin + 1, step: 1, drop: true };
  }
  if (typeof item !== 'object' || item === null || 'tensor' in item) return unsupported('this kind of index');
  const { start = 0, stop = size, step = 1 } = item;
  const begin = clamp(start, size);
  return { begin, end: Math.max(begin, clamp(stop, size)), step, drop: false };
}

const whole = (size: number): Axis => ({ begin: 0, end: size, step: 1, drop: false });
const wrap = (index: number, size: number): number => (index < 0 ? index + size : index);
const clamp = (index: number, size: number): number => Math.min(Math.max(wrap(index, size), 0), size);

const slice = (x: T, axes: readonly Axis[]): T =>
  tf.slice(
    x,
    axes.map(({ begin }) => begin),
    axes.map(({ begin, end }) => end - begin),
  );
const stridedSlice = (x: T, axes: readonly Axis[]): T =>
  tf.stridedSlice(
    x,
    axes.map(({ begin }) => begin),
    axes.map(({ end }) => end),
    axes.map(({ step }) => step),
  );

function resultShape(items: readonly IndexItem<T>[], axes: readonly Axis[], taken: readonly number[]): number[] {
  const sizes = taken.map((size, i) => (axes[i]!.drop ? [] : [size]));
  const shape: number[] = [];
  for (const item of items) shape.push(...(item === null ? [1] : sizes.shift()!));
  return [...shape, ...sizes.flat()];
}
