/** Walks a view in runs along the axes that a reduction takes away. */

import { numelOf, type Shape } from '../memory/shape.ts';
import type { View } from '../memory/view.ts';
import type { Numbers } from '../numbers/dtype.ts';

/** Folds a[p + i·s], i < n, into `total`. */
export type FoldRow = (total: number, n: number, a: Numbers, p: number, s: number) => number;
/** Reads the lane a[p + i·s] and writes out[o + i·t], i < n. */
export type LaneRow = (n: number, out: Numbers, o: number, t: number, a: Numbers, p: number, s: number) => void;
/** The same with a second lane b[q + i·u]. */
export type PairRow = (
  n: number,
  out: Numbers,
  o: number,
  t: number,
  a: Numbers,
  p: number,
  s: number,
  b: Numbers,
  q: number,
  u: number,
) => void;

/** A view cut into groups, one per element of the result in row-major order; a group is one or more runs of n elements. */
export interface Groups {
  readonly starts: Int32Array;
  /** Where each run of a group starts, counted from the group's start. */
  readonly runs: Int32Array;
  readonly n: number;
  readonly step: number;
}

/** Offsets of all index tuples of `shape`, in row-major order. */
export function offsetsOf(shape: Shape, strides: readonly number[], offset: number): Int32Array {
  let offsets = new Int32Array(1).fill(offset);
  shape.forEach((size, axis) => {
    const stride = strides[axis]!;
    const longer = new Int32Array(offsets.length * size);
    for (let k = 0, at = 0; k < offsets.length; k++) {
      for (let i = 0; i < size; i++) longer[at++] = offsets[k]! + i * stride;
    }
    offsets = longer;
  });
  return offsets;
}

/** The groups along `dims` (normalized). */
export function groupsAlong(view: View, dims: readonly number[]): Groups {
  const { shape, strides } = view;
  if (dims.length === shape.length && view.isContiguous()) {
    return { starts: Int32Array.of(view.offset), runs: Int32Array.of(0), n: view.numel, step: 1 };
  }
  const kept = shape.map((_, i) => i).filter((i) => !dims.includes(i));
  // Innermost last, and merged with its neighbour if together they are one run.
  const gone = dims.filter((i) => shape[i] !== 1).sort((i, j) => strides[j]! - strides[i]!);
  const last = gone.pop();
  let n = last === undefined ? 1 : shape[last]!;
  const step = last === undefined ? 1 : strides[last]!;
  while (gone.length > 0 && strides[gone.at(-1)!] === n * step) n *= shape[gone.pop()!]!;
  const sizes = (axes: readonly number[]): number[] => axes.map((i) => shape[i]!);
  const steps = (axes: readonly number[]): number[] => axes.map((i) => strides[i]!);
  return {
    starts: offsetsOf(sizes(kept), steps(kept), view.offset),
    runs: offsetsOf(sizes(gone), steps(gone), 0),
    n,
    step,
  };
}

/** out[k] = finish(fold over group k, from `first`). Accumulates in float64, so that out is rounded once. */
export function fold(
  out: View,
  input: View,
  dims: readonly number[],
  first: number,
  row: FoldRow,
  finish: (total: number) => number = (total) => total,
): void {
  const { starts, runs, n, step } = groupsAlong(input, dims);
  const [to, from] = [out.numbers, input.numbers];
  for (let k = 0; k < starts.length; k++) {
    let total = first;
    for (let r = 0; r < runs.length; r++) total = row(total, n, from, starts[k]! + runs[r]!, step);
    to[k] = finish(total);
  }
}

/** The same for int64. */
export function bigintFold(
  out: View,
  input: View,
  dims: readonly number[],
  first: bigint,
  f: (total: bigint, x: bigint) => bigint,
): void {
  const { starts, runs, n, step } = groupsAlong(input, dims);
  const [to, from] = [out.bigints, input.bigints];
  for (let k = 0; k < starts.length; k++) {
    let total = first;
    for (const run of runs) for (let i = 0; i < n; i++) total = f(total, from[starts[k]! + run + i * step]!);
    to[k] = total;
  }
}

/** Runs `row` on every lane along `dim` of `input`, beside the lane of `out` (row-major, any length of that axis). */
export function lanes(out: View, input: View, dim: number, row: LaneRow): void {
  if (numelOf(input.shape) === 0) return;
  const from = groupsAlong(input, input.shape.length === 0 ? [] : [dim]);
  const to = groupsAlong(out, out.shape.length === 0 ? [] : [dim]);
  const [x, y] = [input.numbers, out.numbers];
  for (let k = 0; k < from.starts.length; k++) row(from.n, y, to.starts[k]!, to.step, x, from.starts[k]!, from.step);
}

/** Runs `row` on every pair of lanes along `dim` of `a` and `b`, beside the lane of `out`; all have one shape. */
export function pairedLanes(out: View, a: View, b: View, dim: number, row: PairRow): void {
  if (numelOf(a.shape) === 0) return;
  const [to, from, beside] = [out, a, b].map((v) => groupsAlong(v, v.shape.length === 0 ? [] : [dim]));
  for (let k = 0; k < to!.starts.length; k++) {
    const [o, p, q] = [to!.starts[k]!, from!.starts[k]!, beside!.starts[k]!];
    row(to!.n, out.numbers, o, to!.step, a.numbers, p, from!.step, b.numbers, q, beside!.step);
  }
}
