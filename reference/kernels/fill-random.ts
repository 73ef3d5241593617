/** Random numbers in PyTorch's order, written into views. */

import type { View } from '../memory/view.ts';
import type { Dtype, Numbers } from '../numbers/dtype.ts';
import { raise } from '../numbers/errors.ts';
import type { Generator } from '../numbers/generator.ts';
import { toBfloat16, toFloat16 } from '../numbers/rounding.ts';
import { walk } from './loop.ts';

interface FloatFormat {
  /** One number of [0, 1). */
  readonly uniform: (g: Generator) => number;
  readonly round: (x: number) => number;
  /** The rounding of steps within one formula. */
  readonly inner: (x: number) => number;
  /** Whether the uniforms of all blocks of normal numbers are drawn first, or those of each block by themselves. */
  readonly together: boolean;
}
const identity = (x: number): number => x;
const single = {
  uniform: (g: Generator): number => (g.word() & 0xffffff) * 2 ** -24,
  round: Math.fround,
  inner: Math.fround,
  together: true,
};
const FLOATS: Partial<Record<Dtype, FloatFormat>> = {
  float16: { ...single, round: toFloat16, together: false },
  bfloat16: { ...single, round: toBfloat16, together: false },
  float32: single,
  float64: { uniform: (g) => g.uniform(), round: identity, inner: identity, together: true },
};

/** Raises unless random floats can be drawn in `dtype`. */
export const floatOf = (dtype: Dtype, op: string): FloatFormat =>
  FLOATS[dtype] ?? raise('unsupported_dtype', `${op} needs a floating dtype, not ${dtype}`);

/** Calls `draw` for each element of `out`, in the order in which `order` (of the same shape) lies in memory. */
function fill(out: View, order: View, draw: () => number | bigint): void {
  const to = out.storage.buffer;
  walk(out.shape, [order, out], (n, [, o], [, s]) => {
    for (let i = 0; i < n; i++) to[o! + i * s!] = draw();
  });
}

/** Uniform on [from, to): what rounding makes `to` becomes `from`. */
export function fillUniform(out: View, order: View, from: number, to: number, g: Generator): void {
  const { uniform, round, inner } = floatOf(out.dtype, 'uniform_');
  const low = inner(from);
  const width = inner(inner(to) - low);
  const [start, end] = [round(low), round(inner(to))];
  // The sum and the product are rounded once, together.
  fill(out, order, () => {
    const x = round(inner(uniform(g) * width + low));
    return x === end ? start : x;
  });
}

/** Normal. A contiguous `order` of 16 elements or more takes them in blocks; `out` is then contiguous too. */
export function fillNormal(out: View, order: View, mean: number, std: number, g: Generator): void {
  const float = floatOf(out.dtype, 'normal_');
  if (out.numel >= BLOCK && order.isContiguous()) fillBlocks(out.numbers, out.offset, out.numel, float, mean, std, g);
  else fill(out, order, () => float.round(g.normal() * std + mean));
}

const BLOCK = 16;

function fillBlocks(
  v: Numbers,
  from: number,
  n: number,
  float: FloatFormat,
  mean: number,
  std: number,
  g: Generator,
): void {
  const draw = (start: number, end: number): void => {
    for (let i = start; i < end; i++) v[i] = float.uniform(g);
  };
  const end = from + n;
  if (float.together) draw(from, end);
  let i = from;
  for (; i + BLOCK <= end; i += BLOCK) {
    if (!float.together) draw(i, i + BLOCK);
    transform(v, i, float, mean, std);
  }
  if (i === end) return;
  draw(end - BLOCK, end);
  transform(v, end - BLOCK, float, mean, std);
}

/** Box and Muller: v[j], v[j + 8] ← √(−2·ln(1 − v[j]))·(cos, sin)(2π·v[j + 8]), each step rounded. */
function transform(v: Numbers, at: number, { round, inner }: FloatFormat, mean: number, std: number): void {
  const turn = inner(2 * Math.PI);
  const [m, s] = [inner(mean), inner(std)];
  for (let j = at; j < at + BLOCK / 2; j++) {
    const radius = inner(Math.sqrt(inner(-2 * inner(Math.log(inner(1 - v[j]!))))));
    const angle = inner(turn * v[j + 8]!);
    v[j] = round(inner(inner(radius * inner(Math.cos(angle))) * s + m));
    v[j + 8] = round(inner(inner(radius * inner(Math.sin(angle))) * s + m));
  }
}

// Draws are taken modulo one more than the largest value: for a float, the largest up to which it holds all integers.
const LARGEST: Partial<Record<Dtype, number>> = {
  bool: 1,
  uint8: 2 ** 8 - 1,
  int8: 2 ** 7 - 1,
  int16: 2 ** 15 - 1,
  int32: 2 ** 31 - 1,
  float16: 2 ** 11,
  bfloat16: 2 ** 8,
  float32: 2 ** 24,
};

const WIDE_FROM = 2 ** 28;

/** Uniform integers from `least` to before `end`: 32 bits modulo their number, or 64 bits where they are many. */
export function fillBetween(out: View, order: View, least: number, end: number, g: Generator): void {
  const many = BigInt(end) - BigInt(least);
  const word = (): bigint => (many < WIDE_FROM ? BigInt(g.word()) : g.wide());
  const draw = (): bigint => (word() % many) + BigInt(least);
  fill(out, order, out.dtype === 'int64' ? draw : () => Number(draw()));
}

/** Integers of the whole non-negative range of the dtype. */
export function fillIntegers(out: View, order: View, g: Generator): void {
  const largest = LARGEST[out.dtype];
  if (largest !== undefined) fill(out, order, () => g.word() % (largest + 1));
  else if (out.dtype === 'int64') fill(out, order, () => g.wide() & (2n ** 63n - 1n));
  else fill(out, order, () => Number(g.wide() % (2n ** 53n + 1n)));
}
