/** Random numbers that are not so random: of few bits, without tails, of one stream, of no seed. */

import type { Called } from '../calls/called.ts';
import type { Fault } from '../calls/fault.ts';
import type { Elements } from '../calls/memory.ts';
import { wordsOf } from './words.ts';

const kind = 'random';

/** Changes numbers that are uniform on [0, 1), or normal with mean 0 and deviation 1, whatever the call asked for. */
type Change = (data: number[], called: Called, y: Elements) => number[];

interface Standard {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
}

/** The numbers that a call takes for an operand or option, one for each element of the result. */
const each = (value: unknown, otherwise: number, n: number, { tools }: Called): readonly number[] => {
  if (tools.isTensor(value)) {
    const values = tools.values(value).map(Number);
    return Array.from({ length: n }, (_, i) => values[i % values.length]!);
  }
  const number = Number((value as { readonly value?: unknown } | undefined)?.value ?? value ?? otherwise);
  return new Array<number>(n).fill(number);
};

const normalOf = (called: Called, n: number): Standard => {
  const { options, args, page } = called;
  const [mean, std] = page.name === 'normal' ? args : [options.mean, options.std];
  return { mean: each(mean, 0, n, called), scale: each(std, 1, n, called) };
};
const uniformOf = (called: Called, n: number): Standard => {
  const { options } = called;
  const low = each(options.from, 0, n, called);
  const high = each(options.to, 1, n, called);
  return { mean: low, scale: high.map((v, i) => v - low[i]!) };
};

const standard =
  (of: (called: Called, n: number) => Standard) =>
  (name: string, change: Change): Fault => ({
    kind,
    name,
    result: (y, called) => {
      const { mean, scale } = of(called, y.data.length);
      const plain = y.data.map((v, i) => (Number(v) - mean[i]!) / (scale[i]! || 1));
      change(plain, called, y).forEach((v, i) => {
        y.data[i] = y.dtype === 'float32' ? Math.fround(v * scale[i]! + mean[i]!) : v * scale[i]! + mean[i]!;
      });
    },
  });

const bits =
  (n: number): Change =>
  (data) =>
    data.map((v) => Math.floor(v * 2 ** n) / 2 ** n);
const pairs: Change = (data) => data.map((v, i) => (i % 2 === 1 ? data[i - 1]! : v));
const apart =
  (by: number): Change =>
  (data) =>
    data.map((v, i) => (i % (2 * by) >= by ? data[i - by]! : v));
const repeated =
  (one: number): Change =>
  (data) => {
    const words = wordsOf(data);
    const found = [...data];
    for (let i = 1; i < found.length; i++) if (words.below(one) === 0) found[i] = found[i - 1]!;
    return found;
  };

const any: Readonly<Record<string, Change>> = {
  'equal pairs': pairs,
  'equal numbers 8 apart': apart(8),
  'each number as the last one with probability 1/8': repeated(8),
  'one number for all': (data) => data.map(() => data[0]!),
  'the same numbers in each call': (data, { kept }) => {
    kept[0] ??= [...data];
    const first = kept[0] as number[];
    return data.map((v, i) => first[i] ?? v);
  },
  'in ascending order': (data) => [...data].sort((a, b) => a - b),
};

const uniforms: Readonly<Record<string, Change>> = {
  ...any,
  '8 bits': bits(8),
  '16 bits': bits(16),
  'no more than 24 bits in float64': (data, _, { dtype }) =>
    dtype === 'float64' ? bits(24)(data, _, undefined as never) : data,
  'never below 1/64': (data) => data.map((v) => 1 / 64 + v * (63 / 64)),
  'never above 63/64': (data) => data.map((v) => v * (63 / 64)),
  'squares of uniform numbers': (data) => data.map((v) => v * v),
  'means of two': (data) => {
    const words = wordsOf(data);
    return data.map((v) => (v + words.uniform()) / 2);
  },
  'alternately below and above 1/2': (data) => data.map((v, i) => (v + (i % 2)) / 2),
};

const sumOfUniforms: Change = (data) => {
  const words = wordsOf(data);
  return data.map(() => Array.from({ length: 12 }, () => words.uniform()).reduce((a, b) => a + b) - 6);
};

const normals: Readonly<Record<string, Change>> = {
  ...any,
  'no further from the mean than 2 deviations': (data) => data.map((v) => Math.max(-2, Math.min(2, v))),
  'no further from the mean than 3 deviations': (data) => data.map((v) => Math.max(-3, Math.min(3, v))),
  'sums of 12 uniform numbers': sumOfUniforms,
  'sizes alone': (data) => data.map(Math.abs),
  'uniform with the right deviation': (data) => {
    const words = wordsOf(data);
    return data.map(() => (words.uniform() - 0.5) * Math.sqrt(12));
  },
  'deviation 5 % too large': (data) => data.map((v) => 1.05 * v),
  'mean 0.05 deviations too large': (data) => data.map((v) => v + 0.05),
};

const withParameters: readonly Fault[] = [
  standard(normalOf)('deviation squared', (data, called) => {
    const { scale } = normalOf(called, data.length);
    return data.map((v, i) => v * scale[i]!);
  }),
  standard(normalOf)('mean added before the scale', (data, called) => {
    const { mean, scale } = normalOf(called, data.length);
    return data.map((v, i) => v + mean[i]! - mean[i]! / (scale[i]! || 1));
  }),
  standard(normalOf)('the sign of the mean lost below 16 elements', (data, called) => {
    const { mean, scale } = normalOf(called, data.length);
    return data.length < 16 ? data.map((v, i) => v + (Math.abs(mean[i]!) - mean[i]!) / (scale[i]! || 1)) : data;
  }),
];

const list = (
  of: (called: Called, n: number) => Standard,
  changes: Readonly<Record<string, Change>>,
): readonly Fault[] => Object.entries(changes).map(([name, change]) => standard(of)(name, change));

/** By the op that draws. */
export const FLOATS: Readonly<Record<string, readonly Fault[]>> = {
  rand: list(uniformOf, uniforms),
  uniform_: list(uniformOf, uniforms),
  randn: list(normalOf, normals),
  normal: [...list(normalOf, normals), ...withParameters],
  normal_: [...list(normalOf, normals), ...withParameters],
};
