/** Convolutions, right with one group, a square kernel and equal steps, wrong in some other geometry. */
import type { Called } from '../calls/called.ts';
import { at, off, unwritten, zeroOf } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import { type Elements, rowMajor } from '../calls/memory.ts';
import type { FaultsOf } from './families.ts';

const kind = 'convolution';

interface Geometry {
  readonly input: readonly number[];
  readonly weight: readonly number[];
  readonly stride: readonly [number, number];
  readonly padding: readonly [number, number];
  readonly named: string | undefined;
  readonly dilation: readonly [number, number];
  readonly groups: number;
  readonly bias: boolean;
}

const pair = (value: unknown, otherwise: number): readonly [number, number] => {
  const [a, b = a] = [value ?? otherwise].flat() as number[];
  return [a!, b!];
};

const geometryOf = ({ given, options }: Called): Geometry => {
  const shape = (name: string) => given.find((one) => one.name === name)?.memory.shape;
  const named = typeof options.padding === 'string' ? options.padding : undefined;
  return {
    input: shape('input') ?? [],
    weight: shape('weight') ?? [],
    stride: pair(options.stride, 1),
    padding: pair(named === undefined ? options.padding : undefined, 0),
    named,
    dilation: pair(options.dilation, 1),
    groups: (options.groups as number | undefined) ?? 1,
    bias: shape('bias') !== undefined,
  };
};

const kernel = ({ weight }: Geometry): readonly [number, number] => [weight.at(-2)!, weight.at(-1)!];
const most = (two: readonly number[]): number => Math.max(...two);
const leftOver = ({ input, stride, padding, dilation, ...g }: Geometry): boolean =>
  [0, 1].some(
    (i) =>
      (input.at(i - 2)! +
        2 * padding[i]! -
        dilation[i]! * (kernel({ input, stride, padding, dilation, ...g })[i]! - 1) -
        1) %
        stride[i]! >
      0,
  );

const SHAPES: Readonly<Record<string, (g: Geometry) => boolean>> = {
  'three groups': ({ groups }) => groups > 2,
  'several filters in each group': ({ groups, weight }) => groups > 1 && weight[0]! / groups > 1,
  'several channels in each group': ({ groups, weight }) => groups > 1 && weight[1]! > 1,
  'groups with a bias': ({ groups, bias }) => groups > 1 && bias,
  'groups with a stride': ({ groups, stride }) => groups > 1 && most(stride) > 1,
  'groups with a batch': ({ groups, input }) => groups > 1 && input.length === 4 && input[0]! > 1,
  'no batch': ({ input }) => input.length === 3,
  'a kernel of 1 × 1': (g) => kernel(g).join() === '1,1',
  'a kernel that is not square': (g) => kernel(g)[0] !== kernel(g)[1],
  'an even kernel': (g) => kernel(g).every((n) => n % 2 === 0),
  'an image that is not square': ({ input }) => input.at(-1) !== input.at(-2),
  padding: ({ padding }) => most(padding) > 0,
  'unequal padding': ({ padding: [a, b] }) => a !== b,
  'padding as large as the kernel': (g) => g.padding.some((n, i) => n >= kernel(g)[i]!),
  'padding "same"': ({ named }) => named === 'same',
  'padding "same" with an even kernel': (g) => g.named === 'same' && kernel(g).some((n) => n % 2 === 0),
  'padding "same" with dilation': ({ named, dilation }) => named === 'same' && most(dilation) > 1,
  'a stride': ({ stride }) => most(stride) > 1,
  'an unequal stride': ({ stride: [a, b] }) => a !== b,
  'a stride that leaves rows over': (g) => most(g.stride) > 1 && leftOver(g),
  'a stride past the kernel': (g) => g.stride.some((n, i) => n > kernel(g)[i]!),
  'a stride with padding': ({ stride, padding }) => most(stride) > 1 && most(padding) > 0,
  dilation: ({ dilation }) => most(dilation) > 1,
  'unequal dilation': ({ dilation: [a, b] }) => a !== b,
  'dilation with a stride': ({ dilation, stride }) => most(dilation) > 1 && most(stride) > 1,
  'dilation with padding': ({ dilation, padding }) => most(dilation) > 1 && most(padding) > 0,
};

/** The elements past the n-th along an axis. */
const past =
  (axis: number, n: (called: Called) => number, change: typeof unwritten) =>
  (y: Elements, called: Called): void => {
    const { shape, data, dtype } = y;
    const place = axis < 0 ? axis + shape.length : axis;
    if (place < 0 || place >= shape.length) return;
    const [step, size, from] = [rowMajor(shape)[place]!, shape[place]!, n(called)];
    for (let i = 0; i < data.length; i++) if (Math.floor(i / step) % size >= from) data[i] = change(dtype, data[i]!);
  };
const zero = (_: unknown, v: number | bigint): number | bigint => zeroOf(v);

const third: readonly Fault[] = [
  {
    kind,
    name: 'nothing in the third group',
    when: (called) => geometryOf(called).groups > 2,
    result: past(-3, (called) => (2 * geometryOf(called).weight[0]!) / geometryOf(called).groups, unwritten),
  },
  ...(['input', 'weight', 'bias'] as const).map(
    (of): Fault => ({
      kind,
      name: `no gradient of ${of} in the third group`,
      when: (called) => geometryOf(called).groups > 2,
      gradient: {
        of,
        change: (g, called, given) => {
          const { groups } = geometryOf(called);
          const axis = of === 'input' ? -3 : 0;
          past(axis, () => (2 * given.memory.shape.at(axis)!) / groups, zero)(g, called);
        },
      },
    }),
  ),
];

const tiles: readonly Fault[] = [
  ...[4, 16].map((n): Fault => ({ kind, name: `nothing past ${n} filters`, result: past(-3, () => n, unwritten) })),
  ...[16, 32].map((n): Fault => ({ kind, name: `nothing past ${n} columns`, result: past(-1, () => n, unwritten) })),
  ...[16, 32].map((n): Fault => ({ kind, name: `nothing past ${n} rows`, result: past(-2, () => n, unwritten) })),
  ...[1, 4, 8].map(
    (n): Fault => ({
      kind,
      name: `nothing past ${n} images`,
      when: ({ given: [x] }) => x!.memory.shape.length === 4,
      result: past(0, () => n, unwritten),
    }),
  ),
  ...[4, 8].map(
    (n): Fault => ({
      kind,
      name: `no gradient of weight past ${n} channels`,
      gradient: { of: 'weight', change: past(1, () => n, zero) },
    }),
  ),
  ...[4, 16].map(
    (n): Fault => ({
      kind,
      name: `no gradient of weight past ${n} filters`,
      gradient: { of: 'weight', change: past(0, () => n, zero) },
    }),
  ),
  ...[1, 4].map(
    (n): Fault => ({
      kind,
      name: `no gradient of input past ${n} images`,
      when: ({ given: [x] }) => x!.memory.shape.length === 4,
      gradient: { of: 'input', change: past(0, () => n, zero) },
    }),
  ),
];

const last = at((i, n) => i === n - 1, off);

/** By its name. */
export const convolution: FaultsOf<Fault> = ({ name, differentiable }) => {
  if (name !== 'conv2d') return [];
  const shapes = Object.entries(SHAPES).flatMap(([where, suits]): Fault[] => [
    { kind, name: `last element off with ${where}`, when: (called) => suits(geometryOf(called)), result: last },
    ...differentiable
      .filter((of) => of !== 'bias')
      .map(
        (of): Fault => ({
          kind,
          name: `last gradient of ${of} off with ${where}`,
          when: (called) => suits(geometryOf(called)),
          gradient: { of, change: last },
        }),
      ),
  ]);
  return [...shapes, ...third, ...tiles];
};
