/** Ops that go along axes, wrong past some place of the axis. */
import { reduces } from '../../pages/families.ts';
import type { Page } from '../../pages/page.ts';
import { narrowed, otherwise, replaceBy } from '../calls/again.ts';
import { axesOf, type Called } from '../calls/called.ts';
import { unwritten } from '../calls/damage.ts';
import type { Fault } from '../calls/fault.ts';
import { countOf, type Elements, rowMajor } from '../calls/memory.ts';

const kind = 'size';
const LENGTHS = [32, 128, 1024];

/** The first operand and the axis that the op goes along: the one, or all of them as one where none is named. */
function lineOf(
  called: Called,
): { readonly tensor: unknown; readonly axis: number; readonly length: number } | undefined {
  const [first] = called.given;
  if (first === undefined) return undefined;
  const axes = axesOf(called);
  if (axes === undefined) {
    const length = countOf(first.memory.shape);
    const { dtype, data } = called.before(first);
    return { tensor: called.tools.make(dtype, [length], data), axis: 0, length };
  }
  const [axis] = axes;
  const length = axis === undefined || axes.length > 1 ? undefined : first.memory.shape[axis];
  return length === undefined ? undefined : { tensor: called.tools.detach(first.tensor), axis: axis!, length };
}

const longer =
  (n: number) =>
  (called: Called): boolean => {
    const [first] = called.given;
    if (first === undefined || countOf(first.memory.shape) <= n) return false;
    const axes = axesOf(called);
    return axes === undefined || (axes.length === 1 && first.memory.shape[axes[0]!]! > n);
  };

/** Of what keeps its shape: what comes behind place n of the axis, as of a tensor that begins there. */
function afresh(y: Elements, called: Called, n: number, k: number): void {
  const line = lineOf(called);
  if (line === undefined) return;
  const { tensor, axis, length } = line;
  const shape = y.shape.with(axis, length - n);
  const tail = narrowed(called.tools, tensor, axis, length - n, n);
  const found = otherwise(called, { tensors: new Map([[called.given[0]!.tensor, tail]]) }, { ...y, shape }, k);
  if (found === undefined) return;
  behind(y, axis, n, (i) => found.data[i]!);
}

/** Changes the elements behind place n of an axis; `value` is given their place among these. */
function behind(
  { shape, data }: Elements,
  axis: number,
  n: number,
  value: (i: number, was: number | bigint) => number | bigint,
): void {
  const step = rowMajor(shape)[axis]!;
  let next = 0;
  for (let i = 0; i < data.length; i++) {
    if (Math.floor(i / step) % shape[axis]! >= n) data[i] = value(next++, data[i]!);
  }
}

export const along = (page: Page): readonly Fault[] =>
  LENGTHS.flatMap((n): Fault[] => {
    const when = longer(n);
    if (reduces(page))
      return [
        {
          kind,
          name: `only the first ${n} along the axis looked at`,
          when,
          result: (y, called, k) => {
            const line = lineOf(called)!;
            const head = narrowed(called.tools, line.tensor, line.axis, n);
            replaceBy(called, { tensors: new Map([[called.given[0]!.tensor, head]]) }, y, k);
          },
        },
      ];
    return [
      {
        kind,
        name: `begins anew after ${n} along the axis`,
        when,
        result: (y, called, k) => afresh(y, called, n, k),
      },
      {
        kind,
        name: `nothing written after ${n} along the axis`,
        when,
        result: (y, called) => behind(y, axesOf(called)![0]!, n, (_, v) => unwritten(y.dtype, v)),
      },
    ];
  });
