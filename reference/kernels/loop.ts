/** Walks several views of one shape together, a row at a time. */

import { numelOf, type Shape } from '../memory/shape.ts';
import { broadcastTo, type View } from '../memory/view.ts';
import type { Numbers } from '../numbers/dtype.ts';

/** out[o + i] = f(a[p + i·s]) for i < n. */
export type UnaryRow = (n: number, out: Numbers, o: number, a: Numbers, p: number, s: number) => void;
/** out[o + i] = f(a[p + i·s], b[q + i·t]) for i < n. */
export type BinaryRow = (
  n: number,
  out: Numbers,
  o: number,
  a: Numbers,
  p: number,
  s: number,
  b: Numbers,
  q: number,
  t: number,
) => void;

/** A loop nest: `strides[v][axis]` of each view, axes outermost first and merged wherever all views allow it. */
interface Nest {
  readonly sizes: number[];
  readonly strides: number[][];
}

function mergeAxes(shape: Shape, views: readonly (readonly number[])[]): Nest {
  const lead = views[0]!;
  const axes = shape.map((_, i) => i).filter((i) => shape[i] !== 1);
  axes.sort((i, j) => lead[j]! - lead[i]!); // the first view (the result) is written in the order of its memory
  const nest: Nest = { sizes: [], strides: views.map(() => []) };
  for (const axis of axes) {
    const size = shape[axis]!;
    const last = nest.sizes.length - 1;
    if (last >= 0 && views.every((v, k) => nest.strides[k]![last] === v[axis]! * size)) {
      nest.sizes[last]! *= size;
      views.forEach((v, k) => {
        nest.strides[k]![last] = v[axis]!;
      });
    } else {
      nest.sizes.push(size);
      views.forEach((v, k) => {
        nest.strides[k]!.push(v[axis]!);
      });
    }
  }
  return nest;
}

/**
 * Calls `row(n, starts, steps)` until every element of `shape` was met once: view v's row is
 * `starts[v] + i·steps[v]`, i < n. The lists are reused from call to call.
 */
export function walk(
  shape: Shape,
  views: readonly { readonly strides: readonly number[]; readonly offset: number }[],
  row: (n: number, starts: readonly number[], steps: readonly number[]) => void,
): void {
  if (numelOf(shape) === 0) return;
  const { sizes, strides } = mergeAxes(
    shape,
    views.map((v) => v.strides),
  );
  const n = sizes.pop() ?? 1;
  const steps = strides.map((s) => s.pop() ?? 0);
  const starts = views.map((v) => v.offset);
  const counter = new Array<number>(sizes.length).fill(0);
  for (;;) {
    row(n, starts, steps);
    let axis = sizes.length - 1;
    for (; axis >= 0; axis--) {
      for (let v = 0; v < starts.length; v++) starts[v]! += strides[v]![axis]!;
      if (++counter[axis]! < sizes[axis]!) break;
      for (let v = 0; v < starts.length; v++) starts[v]! -= strides[v]![axis]! * sizes[axis]!;
      counter[axis] = 0;
    }
    if (axis < 0) return;
  }
}

/** Runs `row` over all of `out`, whose elements lie without gaps, with `a` in out's shape. */
export function unaryLoop(out: View, a: View, row: UnaryRow): void {
  const [to, from] = [out.numbers, a.numbers];
  if (out.isContiguous() && a.isContiguous()) {
    row(a.numel, to, out.offset, from, a.offset, 1);
    return;
  }
  walk(out.shape, [out, a], (n, [o, p], [_, s]) => row(n, to, o!, from, p!, s!));
}

// The step of an operand that a plain flat loop can read beside a contiguous result of n elements; -1: it cannot.
function flatStep(view: View, n: number): number {
  const { numel } = view;
  if (numel === 1) return 0;
  return numel === n && view.isContiguous() ? 1 : -1;
}

/** Runs `row` over all of `out`, whose elements lie without gaps, with `a` and `b` broadcast to out's shape. */
export function binaryLoop(out: View, a: View, b: View, row: BinaryRow): void {
  const [to, x, y] = [out.numbers, a.numbers, b.numbers];
  const n = out.numel;
  const s = flatStep(a, n);
  const t = flatStep(b, n);
  if (s >= 0 && t >= 0 && out.isContiguous()) {
    row(n, to, out.offset, x, a.offset, s, y, b.offset, t);
    return;
  }
  const views = [out, broadcastTo(a, out.shape), broadcastTo(b, out.shape)];
  walk(out.shape, views, (length, [o, p, q], steps) => row(length, to, o!, x, p!, steps[1]!, y, q!, steps[2]!));
}

/** The same for int64, element by element, to int64 or, if `f` tells something of it, to bool. */
export function bigintUnaryLoop(out: View, a: View, f: (x: bigint) => bigint | boolean): void {
  const to = out.storage.buffer;
  const from = a.bigints;
  walk(out.shape, [out, broadcastTo(a, out.shape)], (n, [o, p], [r, s]) => {
    for (let i = 0; i < n; i++) {
      const value = f(from[p! + i * s!]!);
      if (to instanceof BigInt64Array) to[o! + i * r!] = BigInt(value);
      else to[o! + i * r!] = Number(value);
    }
  });
}

/** int64 by int64, to int64 or, if `f` compares, to bool. */
export function bigintBinaryLoop(out: View, a: View, b: View, f: (x: bigint, y: bigint) => bigint | boolean): void {
  const to = out.storage.buffer;
  const [x, y] = [a.bigints, b.bigints];
  walk(out.shape, [out, broadcastTo(a, out.shape), broadcastTo(b, out.shape)], (n, [o, p, q], [r, s, t]) => {
    for (let i = 0; i < n; i++) {
      const value = f(x[p! + i * s!]!, y[q! + i * t!]!);
      if (to instanceof BigInt64Array) to[o! + i * r!] = BigInt(value);
      else to[o! + i * r!] = Number(value);
    }
  });
}
