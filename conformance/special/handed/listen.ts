/** A library that tells what its ops are handed while it runs. */
import type { Adapter, TensorData } from '../../adapter/contract.ts';
import { classifies } from '../../pages/families.ts';
import type { Page } from '../../pages/page.ts';
import { pageOf } from '../../pages/page-of.ts';
import { type FloatDtype, isFloat } from '../../values/dtypes.ts';
import { ALL, type Class, numberOf } from '../classes.ts';
import { PRODUCTS } from '../own/products.ts';
import { wayOf } from '../ways.ts';
import { kindOf, meeting } from './kinds.ts';
import { rowsAlong, slices, stretched } from './meet.ts';
import type { Asked, Seen } from './seen.ts';

/** What has to be known of a library's tensors. */
export interface Ear<T> {
  readonly isTensor: (value: unknown) => value is T;
  /** Whether a gradient is to come back to it. */
  readonly records: (tensor: T) => boolean;
  /** A number of the host, however the library wraps it. */
  readonly number: (value: unknown) => number | undefined;
}

interface Heard {
  readonly dtype: FloatDtype;
  readonly shape: readonly number[];
  readonly classes: readonly (Class | undefined)[];
  readonly records: boolean;
}

/** The same library, which adds to `seen`. */
export function listening<T>(adapter: Adapter<T>, ear: Ear<T>, seen: Seen): Adapter<T> {
  const hear = (value: unknown): Heard | undefined => {
    if (!ear.isTensor(value)) return undefined;
    const { dtype, shape, data } = adapter.read(value) as TensorData;
    if (!isFloat(dtype)) return undefined;
    return { dtype, shape, classes: Array.from(data, (x) => classOf(Number(x), dtype)), records: ear.records(value) };
  };
  const ops = Object.entries(adapter.ops as Readonly<Record<string, (...given: readonly unknown[]) => unknown>>).map(
    ([op, run]) => {
      const entry = pageOf(op);
      const kind = entry === undefined || entry.inplace ? undefined : kindOf(entry.page);
      if (kind === undefined) return [op, run] as const;
      const { page } = entry!;
      return [
        op,
        (...given: readonly unknown[]): unknown => {
          const options = given.at(-1) as Readonly<Record<string, unknown>>;
          const name = `${page.name}${wayOf(page.name, { ...options, p: ear.number(options.p), beta: ear.number(options.beta) })}`;
          const add = (asked: Omit<Asked, 'op'>): void => seen.add({ op: name, ...asked });
          const operands = given.slice(0, -1).flat();
          if (kind === 'each') for (const one of operands.map(hear)) each(one, add);
          if (kind === 'rows') inRows(hear(operands[0]), axisOf(page, options), add);
          if (kind === 'pairs')
            inPairs(
              meeting(page).map((k) => operands[k]),
              hear,
              ear.number,
              add,
            );
          if (kind === 'factors') {
            // What the products are added to stands in front of them.
            const [a, b] = operands.slice(PRODUCTS[page.name]!.added === undefined ? 0 : 1).map(hear);
            asFactors(page.name, a, b, add);
          }
          return run(...given);
        },
      ] as const;
    },
  );
  const listens = { ...adapter, ops: Object.fromEntries(ops) as Adapter<T>['ops'] };
  const { autograd } = adapter;
  if (autograd?.kind !== 'tape') return listens;
  const detach = (x: T): T => {
    each(hear(x), (asked) => seen.add({ op: 'detach', ...asked }));
    return autograd.detach(x);
  };
  return { ...listens, autograd: { ...autograd, detach } };
}

type Add = (asked: Omit<Asked, 'op'>) => void;

const known = new Map<FloatDtype, ReadonlyMap<number, Class>>();
/** `classOf`, for many. */
function classOf(value: number, dtype: FloatDtype): Class | undefined {
  if (value === 0) return Object.is(value, 0) ? 'zero' : 'minus_zero';
  let map = known.get(dtype);
  if (map === undefined) {
    map = new Map(ALL.map((one) => [numberOf(one, dtype), one]));
    known.set(dtype, map);
  }
  return map.get(value);
}

function each(one: Heard | undefined, add: Add): void {
  if (one === undefined) return;
  for (const found of new Set(one.classes)) {
    if (found === undefined) continue;
    // Where a gradient is asked for, nobody looks at the value.
    add({ dtype: one.dtype, part: one.records ? 'gradient' : 'value', classes: [found] });
  }
}

function inPairs(
  given: readonly unknown[],
  hear: (value: unknown) => Heard | undefined,
  number: Ear<never>['number'],
  add: Add,
): void {
  const [a, b] = given.map(hear);
  if (a !== undefined && b !== undefined) {
    if (a.dtype !== b.dtype) return;
    for (const [i, j] of stretched(a.shape, b.shape)) {
      const [x, y] = [a.classes[i], b.classes[j]];
      if (x === undefined || y === undefined) continue;
      add({ dtype: a.dtype, part: 'value', classes: [x, y] });
      if (a.records || b.records) add({ dtype: a.dtype, part: 'gradient', classes: [x, y] });
    }
    return;
  }
  const tensor = a ?? b;
  const beside = number(given[a === undefined ? 0 : 1]);
  const one = tensor && beside !== undefined ? classOf(beside, tensor.dtype) : undefined;
  if (tensor === undefined || one === undefined) return;
  const part = a === undefined ? 'number first' : 'number second';
  for (const other of tensor.classes) {
    if (other !== undefined) add({ dtype: tensor.dtype, part, classes: a === undefined ? [one, other] : [other, one] });
  }
}

/** The axis that it goes along; undefined where it takes all elements at once, null where it takes several axes. */
function axisOf(page: Page, { dim, axis }: Readonly<Record<string, unknown>>): number | undefined | null {
  if (classifies(page)) return 1;
  const given = dim ?? axis;
  return given === undefined || typeof given === 'number' ? given : null;
}

function inRows(x: Heard | undefined, axis: number | undefined | null, add: Add): void {
  if (x === undefined || axis === null) return;
  const rows = axis === undefined ? [x.classes.map((_, k) => k)] : rowsAlong(x.shape, axis);
  const parts = x.records ? (['value', 'gradient'] as const) : (['value'] as const);
  for (const row of rows) {
    const classes = row.map((k) => x.classes[k]);
    const say = (more: Pick<Asked, 'row' | 'place' | 'classes'>): void => {
      for (const part of parts) add({ dtype: x.dtype, part, ...(axis === undefined && { whole: true }), ...more });
    };
    if (row.length < 2) {
      if (!classes.includes(undefined)) say({ row: 'alone', classes: classes as Class[] });
    } else if (row.length === 2) {
      if (!classes.includes(undefined)) say({ row: 'pair', classes: classes as Class[] });
    } else {
      for (const [k, one] of classes.entries()) {
        const place = k === 0 ? 'first' : k === row.length - 1 ? 'last' : 'in the middle';
        if (one !== undefined) say({ row: 'placed', place, classes: [one] });
      }
    }
  }
}

/** Along which axes of the two their elements are multiplied with each other. */
const SUMMED: Readonly<Record<string, (a: number, b: number) => readonly [number, number]>> = {
  conv2d: () => [1, 1],
  linear: () => [-1, -1],
  inner: () => [-1, -1],
  bmm: () => [-1, -2],
  baddbmm: () => [-1, -2],
  matmul: (_, b) => [-1, b === 1 ? -1 : -2],
};

function asFactors(op: string, a: Heard | undefined, b: Heard | undefined, add: Add): void {
  if (a === undefined || b === undefined) return;
  each({ ...a, records: false }, add);
  for (const one of [a, b]) if (one.records) each(one, add);
  const [left, right] = SUMMED[op]?.(a.shape.length, b.shape.length) ?? [-1, 0];
  const others = slices(b.shape, right);
  for (const [k, places] of slices(a.shape, left).entries()) {
    const met = new Set((others[k] ?? []).map((j) => b.classes[j]));
    for (const x of new Set(places.map((i) => a.classes[i]))) {
      for (const y of met)
        if (x !== undefined && y !== undefined) add({ dtype: a.dtype, part: 'value', classes: [x, y] });
    }
  }
}
