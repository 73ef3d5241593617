/** A tensor library of a few ops, small enough to be seen through, for the evaluator's own tests. */
import type { IndexItem } from '../../adapter/contract.ts';
import type { Dtype } from '../../values/case.ts';

interface Recorded {
  readonly inputs: readonly Fake[];
  readonly vjp: (gradient: Fake) => readonly (Fake | undefined)[];
}

export class FakeError extends Error {}

/** float32, unless it is said to be another dtype; elements are JS numbers whatever the dtype. */
export class Fake {
  readonly data: number[];
  readonly shape: readonly number[];
  readonly dtype: Dtype;
  recorded: Recorded | undefined;
  leaf = false;
  grad: Fake | null = null;
  disposed = 0;
  constructor(data: number[], shape: readonly number[], dtype: Dtype = 'float32', recorded?: Recorded) {
    this.data = data;
    this.shape = shape;
    this.dtype = dtype;
    this.recorded = state.recording && recorded?.inputs.some(isTracked) ? recorded : undefined;
  }
}

export const state = { recording: true };
const isTracked = (t: Fake): boolean => t.leaf || t.recorded !== undefined;
export const noGrad = <R>(run: () => R): R => {
  const before = state.recording;
  state.recording = false;
  try {
    return run();
  } finally {
    state.recording = before;
  }
};

export const of = (value: Fake | number | boolean, like?: Fake): Fake =>
  value instanceof Fake ? value : new Fake([Number(value)], [], like?.dtype);

/** Elementwise on equal shapes, or with one 0-d operand. */
function zip(name: string, a: Fake, b: Fake, f: (x: number, y: number) => number, vjp: Recorded['vjp']): Fake {
  if (a.shape.length > 0 && b.shape.length > 0 && a.shape.join() !== b.shape.join()) {
    throw new FakeError(`${name}: shapes ${a.shape} and ${b.shape}`);
  }
  const big = a.shape.length >= b.shape.length ? a : b;
  const data = big.data.map((_, i) =>
    Math.fround(f(a.data[a.shape.length === 0 ? 0 : i]!, b.data[b.shape.length === 0 ? 0 : i]!)),
  );
  const shaped = (gradient: Fake | undefined, to: Fake): Fake | undefined =>
    gradient === undefined || to.shape.length === gradient.shape.length ? gradient : sum(gradient);
  const fitted: Recorded['vjp'] = (g) => {
    const [da, db] = vjp(g);
    return [shaped(da, a), shaped(db, b)];
  };
  return new Fake(data, big.shape, a.dtype === 'float32' ? 'float32' : b.dtype, { inputs: [a, b], vjp: fitted });
}

export const add = (a: Fake, b: Fake): Fake =>
  zip(
    'add',
    a,
    b,
    (x, y) => x + y,
    (g) => [g, g],
  );
export const mul = (a: Fake, b: Fake): Fake =>
  zip(
    'mul',
    a,
    b,
    (x, y) => x * y,
    (g) => [mul(g, b), mul(g, a)],
  );
export const sum = (x: Fake): Fake =>
  new Fake([x.data.reduce((p, q) => p + q, 0)], [], x.dtype, { inputs: [x], vjp: (g) => [mul(fill(x, 1), g)] });
export const fill = (x: Fake, value: number): Fake =>
  new Fake(
    x.data.map(() => value),
    x.shape,
    x.dtype,
  );
export const reshape = (x: Fake, shape: readonly number[], data: number[]): Fake =>
  new Fake(data, shape, x.dtype, { inputs: [x], vjp: (g) => [reshape(g, x.shape, g.data)] });

/** One element of axis 0. */
export function row(x: Fake, [item]: readonly IndexItem<Fake>[]): Fake {
  if (typeof item !== 'number') throw new FakeError('only integers');
  const size = x.data.length / x.shape[0]!;
  const at = item < 0 ? item + x.shape[0]! : item;
  if (at < 0 || at >= x.shape[0]!) throw new FakeError('out of range');
  const data = x.data.slice(at * size, (at + 1) * size);
  const spread = (g: Fake): Fake =>
    new Fake(
      x.data.map((_, i) => (Math.floor(i / size) === at ? g.data[i % size]! : 0)),
      x.shape,
    );
  return new Fake(data, x.shape.slice(1), x.dtype, { inputs: [x], vjp: (g) => [spread(g)] });
}

/** Gradients of y in each of `targets`, written in the ops above, so that they can be differentiated again. */
export function gradients(y: Fake, seed: Fake | undefined, targets: readonly Fake[]): (Fake | null)[] {
  if (seed === undefined && y.data.length !== 1) throw new FakeError('not a scalar');
  const order: Fake[] = [];
  const seen = new Set<Fake>();
  const visit = (t: Fake): void => {
    if (seen.has(t)) return;
    seen.add(t);
    if (!targets.includes(t)) for (const input of t.recorded?.inputs ?? []) visit(input);
    order.push(t);
  };
  visit(y);
  const sums = new Map<Fake, Fake>([[y, seed ?? fill(y, 1)]]);
  for (const t of order.reverse()) {
    const gradient = sums.get(t);
    if (gradient === undefined || t.recorded === undefined || targets.includes(t)) continue;
    for (const [i, part] of t.recorded.vjp(gradient).entries()) {
      const input = t.recorded.inputs[i]!;
      const before = sums.get(input);
      if (part !== undefined) sums.set(input, before === undefined ? part : add(before, part));
    }
  }
  return targets.map((target) => sums.get(target) ?? null);
}
